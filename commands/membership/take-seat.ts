import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { callOffMails } from '@/commands/queue-mail';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import type { OpenInvitation } from '@/db/queries/open-invitation';
import { invitations, memberships, people } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

/**
 * Seats the invited person, with the account that they have or a new one, and spends the invitation. Whoever calls it has proved who they are, holds the
 * workspace's lock and the invitation's row. Answers who took the seat.
 */
export async function takeSeat(
  tx: Tx,
  context: Context,
  {
    open: { invitation, party },
    name,
    personId: known,
    passwordHash,
  }: {
    open: OpenInvitation;
    name: string;
    /** Of an account that there is already. */
    personId: string | undefined;
    /** Of a new account; none where an identity provider says who it is. */
    passwordHash: string | null;
  },
): Promise<Result<string, Refusal<'already-member'>>> {
  const { workspaceId, partyId, role, email, locale } = invitation;
  // Two desks seat one after the other: the invitation of another is under another lock.
  if (known !== undefined) await tx.select({ id: people.id }).from(people).where(eq(people.id, known)).for('update');
  if (known !== undefined && (await hasSeat(tx, known))) return refuse({ code: 'already-member' });
  const personId = known ?? context.newId();
  if (known === undefined)
    await tx.insert(people).values({ id: personId, email, passwordHash, name, publicName: null, locale, createdAt: context.now });
  // The name for the public that the account had may speak for the party it was with before (SPEC A8).
  else await tx.update(people).set({ name, publicName: null }).where(eq(people.id, personId));
  await tx.insert(memberships).values({ id: context.newId(), workspaceId, personId, partyId, role, createdAt: context.now });
  await tx.update(invitations).set({ acceptedAt: context.now, acceptedBy: personId }).where(eq(invitations.id, invitation.id));
  await callOffMails(tx, context, invitation.id);
  // Whoever is signed in in this browser, the one who opened the link took the seat (SPEC M13).
  const by = { personId, partyId };
  await recordEvent(tx, context, {
    type: 'member.joined',
    workspaceId,
    subjectId: personId,
    by,
    facts: { role, into: party.name },
  });
  return ok(personId);
}

/** One account sits at one desk once; a session knows one desk, so it sits at no other either. */
export async function hasSeat(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.$count(memberships, and(eq(memberships.personId, personId), isNull(memberships.endedAt)))) > 0;
}
