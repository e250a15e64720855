import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { type CharterInForce, charterInForce, partiesThatLeft } from '@/db/queries/charter-of-claim';
import { charterMoves } from '@/db/schema';
import { partiesToRatify } from '@/domain/charter/amendment';
import { signingParties } from '@/domain/charter/consent';
import type { SigningParty } from '@/domain/charter/facts';

/** A newer version than the claim's is in force: the claim may go over to it when all of `missing` agree too (SPEC H15). */
export type CharterMove = { number: number; sha256: string; missing: SigningParty[] };

/** What an open claim's charter waits for: a version that it could go over to, and parties of its own that have left (C39). */
export async function charterMove(
  { claimId, workspaceId, charter }: { claimId: string; workspaceId: string; charter: CharterInForce },
  conn: Db,
): Promise<{ move: CharterMove | undefined; left: SigningParty[] }> {
  const [next, gone] = await Promise.all([charterInForce({ workspaceId }, conn), partiesThatLeft({ workspaceId }, conn)]);
  const left = signingParties(charter.charter).filter(({ id }) => gone.includes(id));
  if (next === undefined || next.id === charter.id) return { move: undefined, left };
  const given = await conn
    .select({ partyId: charterMoves.partyId })
    .from(charterMoves)
    .where(and(eq(charterMoves.claimId, claimId), eq(charterMoves.charterVersionId, next.id)));
  const asked = partiesToRatify(next.charter, { inForce: charter.charter, left: gone });
  const missing = asked.filter(({ id }) => given.every(({ partyId }) => partyId !== id));
  return { move: { number: next.number, sha256: next.sha256, missing }, left };
}
