import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputIssue, type InputRefusal, parseInput } from '@/commands/parse-input';
import type { Tx } from '@/db/handle';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { type OpenInvitation, openInvitation } from '@/db/queries/open-invitation';
import { people } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hashPassword, verifyPassword } from '@/platform/password';
import { takeAttempt } from '@/platform/rate-limit';
import { signInBuckets } from './attempt-buckets';
import { borrowedNames } from './borrowed-names';
import { NewPerson } from './person-input';
import type { SignInRefusal } from './sign-in';
import { takeSeat } from './take-seat';

export const AcceptInvitationInput = z.strictObject({
  token: z.string().min(1).max(200),
  name: NewPerson.shape.name,
  password: NewPerson.shape.password,
  /** The client's address as the server saw it. */
  from: z.string(),
});
type Accepted = z.output<typeof AcceptInvitationInput>;

export type AcceptInvitationRefusal = InputRefusal | SignInRefusal | Refusal<'invitation-invalid'> | Refusal<'already-member'>;

/** An account, with the hash of the password that goes with it, if it has one. */
type Known = { id: string; passwordHash: string | null } | undefined;

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

  return withTransaction(context, async (tx): Promise<Result<{ personId: string; email: string }, AcceptInvitationRefusal>> => {
    await lockWorkspace(tx, early.invitation.workspaceId);
    const open = await openInvitation({ token, now: context.now, forUpdate: true }, tx);
    if (open === null) return refuse({ code: 'invitation-invalid' });
    const still = await accountOf(email, tx);
    // The account or its password came to be, or changed, while the hash was being made.
    if (still?.passwordHash !== known?.passwordHash) return refuse({ code: 'wrong-credentials' });
    const { name } = parsed.value;
    const seated = await takeSeat(tx, context, { open, name, personId: known?.id, passwordHash: proved.value });
    return seated.ok ? ok({ personId: seated.value, email }) : seated;
  });
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
  const { passwordHash } = known;
  if (!(await verifyPassword(passwordHash ?? undefined, password)) || passwordHash === null)
    return refuse({ code: 'wrong-credentials' });
  await attempt.succeeded();
  return ok(passwordHash);
}

async function accountOf(email: string, conn: Context['db'] | Tx): Promise<Known> {
  const [person] = await conn
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.email, email));
  return person;
}
