import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { revisions, verdicts } from '@/db/schema';
import { isPublished } from './published';

/** A sitemap holds 50,000 addresses at most, and each verdict has one in every language. */
const most = 10_000;

/** The addresses of published verdicts, newest first. */
export async function publishedAddresses(
  { workspaceId }: { workspaceId: string },
  conn: Db,
): Promise<{ slug: string; publishedAt: string }[]> {
  const rows = await conn
    .select({ slug: verdicts.slug, publishedAt: verdicts.publishedAt })
    .from(verdicts)
    .innerJoin(revisions, eq(revisions.id, verdicts.revisionId))
    .where(and(eq(verdicts.workspaceId, workspaceId), isPublished))
    .orderBy(desc(verdicts.position))
    .limit(most);
  return rows.map(({ slug, publishedAt }) => ({ slug, publishedAt: publishedAt.toISOString() }));
}
