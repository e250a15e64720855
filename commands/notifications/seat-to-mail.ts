import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { memberOfPerson } from '@/db/queries/member-of-person';
import { memberships, people, workspaces } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';

export type Seat = { seatId: string; member: Member; email: string; desk: string };

/** Who has a seat now, as they are now, and locked, so that no two jobs make the same mail (SPEC N2, N3). Undefined when the seat is over or is told nothing. */
export async function seatToMail(tx: Tx, { now }: Context, seatId: string): Promise<Seat | undefined> {
  const standing = and(eq(memberships.id, seatId), isNull(memberships.endedAt));
  const [seat] = await tx.select().from(memberships).where(standing).for('update');
  if (seat === undefined) return undefined;
  const { personId, workspaceId } = seat;
  const member = await memberOfPerson({ personId, workspaceId, confirmedAt: now }, tx);
  if (member === undefined || !may(member, 'notification.read')) return undefined;
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  const [desk] = await tx.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, workspaceId));
  return person && desk && { seatId, member, email: person.email, desk: desk.name };
}
