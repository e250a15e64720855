import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { seatsOfParties } from '@/db/queries/seats-of-parties';
import { memberships } from '@/db/schema';
import type { PartyRole, PartySeats } from '@/domain/membership/bar-to-seating';
import type { Member } from '@/domain/policies/actor';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type Seat = { id: string; personId: string; role: PartyRole; party: PartySeats };

/**
 * The seat of a person in the member's workspace, locked, with its party's other seats. Whoever calls it holds the workspace's lock, so the counts stay. A
 * person of another workspace, or with no seat any more, is not found (SPEC A3), and a steward has no seat to change.
 */
export async function loadMembership(
  tx: Tx,
  { workspaceId }: Pick<Member, 'workspaceId'>,
  personId: string,
): Promise<Result<Seat, Refusal<'not-found'>>> {
  const [row] = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .for('update');
  if (row === undefined || row.role === 'steward') return refuse({ code: 'not-found' });
  const party = (await seatsOfParties({ workspaceId }, tx)).find(({ id }) => id === row.partyId);
  return party === undefined ? refuse({ code: 'not-found' }) : ok({ id: row.id, personId, role: row.role, party });
}
