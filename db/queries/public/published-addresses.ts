import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { revisions, verdicts } from '@/db/schema';
import { inOrder } from '@/domain/record/languages';
import { countsNow } from './published';

/** A sitemap holds 50,000 addresses at most, and each verdict has one in every language. */
const most = 10_000;

/** The addresses of published verdicts with the languages that they were signed in, newest first. */
export async function publishedAddresses(
  { workspaceId }: { workspaceId: string },
  conn: Db,
): Promise<{ slug: string; publishedAt: string; main: string; languages: string[] }[]> {
  const rows = await conn
    .select({
      slug: verdicts.slug,
      publishedAt: verdicts.publishedAt,
      main: verdicts.language,
      languages: verdicts.languages,
    })
    .from(verdicts)
    .innerJoin(revisions, eq(revisions.id, verdicts.revisionId))
    .where(and(eq(verdicts.workspaceId, workspaceId), countsNow))
    .orderBy(desc(verdicts.position))
    .limit(most);
  return rows.map(({ slug, publishedAt, main, languages }) => ({
    ...{ slug, publishedAt: publishedAt.toISOString(), main },
    languages: inOrder({ main, all: languages }),
  }));
}
