import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputIssue, type InputRefusal, parseInput } from '@/commands/parse-input';
import { callOffMails } from '@/commands/queue-mail';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { type OpenInvitation, openInvitation } from '@/db/queries/open-invitation';
import { invitations, memberships, people } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hashPassword, verifyPassword } from '@/platform/password';
import { takeAttempt } from '@/platform/rate-limit';
import { signInBuckets } from './attempt-buckets';
import { borrowedNames } from './borrowed-names';
import { NewPerson } from './person-input';
import type { SignInRefusal } from './sign-in';

export const AcceptInvitationInput = z.strictObject({
  token: z.string().min(1).max(200),
  name: NewPerson.shape.name,
  password: NewPerson.shape.password,
  /** The client's address as the server saw it. */
  from: z.string(),
});
type Accepted = z.output<typeof AcceptInvitationInput>;

export type AcceptInvitationRefusal = InputRefusal | SignInRefusal | Refusal<'invitation-invalid'> | Refusal<'already-member'>;

/** An account, with the hash of the password that goes with it. */
type Known = { id: string; passwordHash: string } | undefined;

/**
 * The invited person takes the seat, with a name and a password of their own; the token is the permission, and it is spent with its use. Whoever has an
 * account already proves it with its password, and keeps it (SPEC M8). Attempts count as those of a sign-in do.
 */
export async function acceptInvitation(
  context: Context,
  input: unknown,
): Promise<Result<{ personId: string; email: string }, AcceptInvitationRefusal>> {
  const parsed = parseInput(AcceptInvitationInput, input);
  if (!parsed.ok) return parsed;
  const { token, password, from } = parsed.value;
  const early = await openInvitation({ token, now: context.now }, context.db);
  if (early === null) return refuse({ code: 'invitation-invalid' });
  const { email } = early.invitation;
  // Before anybody asks for the account: a borrowed name answers alike for an address that is known and one that is not (SPEC M8).
  const issues = await borrowed(early, parsed.value, context.db);
  if (issues.length > 0) return refuse({ code: 'invalid-input', issues });
  const known = await accountOf(email, context.db);
  // Hashing takes its time by design: only for a holder of the link, and never while a row is locked.
  const proved = await proveOrHash(known, { email, password, from });
  if (!proved.ok) return proved;

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, early.invitation.workspaceId);
    const open = await openInvitation({ token, now: context.now, forUpdate: true }, tx);
    if (open === null) return refuse({ code: 'invitation-invalid' });
    const still = await accountOf(email, tx);
    // The account or its password came to be, or changed, while the hash was being made.
    if (still?.passwordHash !== known?.passwordHash) return refuse({ code: 'wrong-credentials' });
    return seat(tx, context, { open, known, accepted: parsed.value, passwordHash: proved.value });
  });
}

async function seat(
  tx: Tx,
  context: Context,
  { open, known, accepted, passwordHash }: { open: OpenInvitation; known: Known; accepted: Accepted; passwordHash: string },
): Promise<Result<{ personId: string; email: string }, AcceptInvitationRefusal>> {
  const { invitation, party } = open;
  const { workspaceId, partyId, role, email, locale } = invitation;
  if (known !== undefined && (await hasSeat(tx, known.id))) return refuse({ code: 'already-member' });

  const personId = known?.id ?? context.newId();
  const { name } = accepted;
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
  return ok({ personId, email });
}

/** What the name borrows from the other parties of the desk, whose names are settled when the desk is made. */
async function borrowed({ invitation }: OpenInvitation, { name }: Accepted, conn: Context['db']): Promise<InputIssue[]> {
  const { parties } = await deskWorkspace(invitation, conn);
  const own = parties.find(({ id }) => id === invitation.partyId);
  return borrowedNames([{ field: 'name', name, own }], parties);
}

/** The hash to store, or that of the account whose password this is. */
async function proveOrHash(
  known: Known,
  { email, password, from }: { email: string; password: string; from: string },
): Promise<Result<string, SignInRefusal>> {
  if (known === undefined) return ok(await hashPassword(password));
  const attempt = await takeAttempt(signInBuckets({ email, from }));
  if (!attempt.allowed) return refuse({ code: 'too-many-attempts', retryAfterSeconds: attempt.retryAfterSeconds });
  if (!(await verifyPassword(known.passwordHash, password))) return refuse({ code: 'wrong-credentials' });
  await attempt.succeeded();
  return ok(known.passwordHash);
}

async function accountOf(email: string, conn: Context['db'] | Tx): Promise<Known> {
  const [person] = await conn
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.email, email));
  return person;
}

/** One account sits at one desk once; a session knows one desk, so it sits at no other either. */
async function hasSeat(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.$count(memberships, and(eq(memberships.personId, personId), isNull(memberships.endedAt)))) > 0;
}
