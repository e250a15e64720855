import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { parties, revisions, signOffs } from '@/db/schema';
import { stands } from '../stands';

/** A revision that was frozen and never published. That it was, how it ended and whose word ended it are public; no word of it is. Times are ISO 8601. */
export type EndedRevision = {
  number: number;
  frozenAt: string;
  ended: 'dissent' | 'withdrawn' | 'expired';
  endedAt: string | null;
  /** The name of the party that dissented or withdrew it. */
  party: string | null;
  /** Names the signed dissent without telling it: the statement holds a nonce, so nobody can guess its words from this. */
  statementSha256: string | null;
};

/** Those below the revision that counts (SPEC L16). What was frozen after it is work that goes on, and nobody's but the parties'. */
export async function endedRevisions(
  { claimId, current }: { claimId: string; current: number },
  conn: Db,
): Promise<EndedRevision[]> {
  const rows = await conn
    .select({
      number: revisions.number,
      state: revisions.state,
      frozenAt: revisions.frozenAt,
      endedAt: revisions.endedAt,
      party: parties.name,
      dissent: signOffs.sha256,
    })
    .from(revisions)
    .leftJoin(parties, eq(parties.id, revisions.endedByParty))
    .leftJoin(
      signOffs,
      and(
        eq(signOffs.revisionId, revisions.id),
        eq(signOffs.partyId, revisions.endedByParty),
        eq(signOffs.decision, 'dissent'),
        // The dissent that ended it is the one whose words are its reason; in the last round others may stand beside a withdrawal.
        eq(signOffs.reason, revisions.endedReason),
        stands,
      ),
    )
    .where(and(eq(revisions.claimId, claimId), lt(revisions.number, current), inArray(revisions.state, ['withdrawn', 'expired'])))
    .orderBy(asc(revisions.number));
  return rows.map(({ number, state, frozenAt, endedAt, party, dissent }) => ({
    number,
    frozenAt: frozenAt.toISOString(),
    ended: dissent !== null ? 'dissent' : state === 'expired' ? 'expired' : 'withdrawn',
    endedAt: endedAt?.toISOString() ?? null,
    party,
    statementSha256: dissent,
  }));
}
