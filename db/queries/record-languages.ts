import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims } from '@/db/schema';
import type { RecordLanguages } from '@/domain/record/languages';

/** The languages of a claim's record, and whether it is worked on. An unknown id and one of another workspace are both absent (SPEC A3). */
export async function recordLanguages(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db,
): Promise<(RecordLanguages & { state: 'submitted' | 'open' | 'closed' }) | undefined> {
  const [row] = await conn
    .select({ state: claims.state, main: claims.mainLanguage, all: claims.languages })
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, workspaceId)));
  return row;
}
