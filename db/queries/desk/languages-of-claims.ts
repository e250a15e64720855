import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims } from '@/db/schema';

/** The main languages that the claims of a workspace are in, by their tags. */
export async function languagesOfClaims({ workspaceId }: { workspaceId: string }, conn: Db): Promise<string[]> {
  const rows = await conn
    .selectDistinct({ language: claims.mainLanguage })
    .from(claims)
    .where(eq(claims.workspaceId, workspaceId))
    .orderBy(asc(claims.mainLanguage));
  return rows.map(({ language }) => language);
}
