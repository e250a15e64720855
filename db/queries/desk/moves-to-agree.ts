import { and, eq, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterInForce, charterStandings, partiesThatLeft } from '@/db/queries/charter-of-claim';
import { charterMoves, charterVersions, claims, revisions } from '@/db/schema';
import { partiesToRatify } from '@/domain/charter/amendment';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';

/** An open claim that could go over to the charter in force, if the reader's party agreed too (SPEC H15). */
export type MoveToAgree = { claimId: string; claimNumber: number; charter: number };

const most = 100;

/** The claims that wait for a party's word about the charter that binds them. One that is being signed cannot go over. */
export async function movesToAgree({ member }: { member: Member }, conn: Db): Promise<MoveToAgree[]> {
  const { workspaceId, party } = member;
  if (party === null || !may(member, 'charter.move')) return [];
  const next = await charterInForce({ workspaceId }, conn);
  if (next === undefined) return [];
  const isOpen = sql`not exists (select from ${revisions} where ${revisions.claimId} = ${claims.id} and ${revisions.state} in ('signing', 'cooling-off'))`;
  const isAgreed = sql`exists (select from ${charterMoves} where ${charterMoves.claimId} = ${claims.id}
    and ${charterMoves.charterVersionId} = ${next.id}::uuid and ${charterMoves.partyId} = ${party.id}::uuid)`;
  const bound = await conn
    .select({ claimId: claims.id, claimNumber: claims.number, charterId: claims.charterVersionId })
    .from(claims)
    .where(
      and(
        ...[eq(claims.workspaceId, workspaceId), eq(claims.state, 'open'), ne(claims.charterVersionId, next.id)],
        ...[isOpen, sql`not ${isAgreed}`],
      ),
    )
    .orderBy(claims.number)
    .limit(most);
  if (bound.length === 0) return [];
  const left = await partiesThatLeft({ workspaceId }, conn);
  const versions = await charterStandings(eq(charterVersions.workspaceId, workspaceId), conn);
  const asksUs = (charterId: string | null) => {
    const own = versions.find(({ version }) => version.id === charterId)?.version.charter;
    if (own === undefined) return false;
    return partiesToRatify(next.charter, { inForce: own, left }).some(({ id }) => id === party.id);
  };
  return bound
    .filter(({ charterId }) => asksUs(charterId))
    .map(({ claimId, claimNumber }) => ({ claimId, claimNumber, charter: next.number }));
}
