import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import type { Tx } from '@/db/handle';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { openInvitation, openInvitationsOf } from '@/db/queries/open-invitation';
import { identities, people, secondFactors } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { line } from '@/domain/text-input';
import { borrowedNames } from './borrowed-names';
import { confirmLive } from './confirm-live';
import { EmailAddress } from './person-input';
import { startSession } from './start-session';
import { hasSeat, takeSeat } from './take-seat';

/** What a provider says of who has just signed in there, checked by the library that asked it: signature, audience, nonce. */
export const EnterByProviderInput = z.strictObject({
  /** As configured here, never as the provider calls itself: one provider cannot speak for the people of another. */
  issuer: z.string().min(1).max(2000),
  subject: z.string().min(1).max(255),
  email: z.string().max(1000).optional(),
  emailVerified: z.boolean(),
  name: z.string().max(1000).optional(),
  /** When the person proved there who they are, where the provider says so. */
  authenticatedAt: z.date().optional(),
  /** Domains of the addresses that this provider may speak for; all, when there are none. */
  emailDomains: z.array(z.string()),
  browser: z.string().max(40).optional(),
});
type Said = z.output<typeof EnterByProviderInput>;

export type EnterByProviderRefusal =
  | InputRefusal
  | Refusal<'not-you'>
  | Refusal<'time-unknown'>
  | Refusal<'code-needed'>
  | Refusal<'email-unverified'>
  | Refusal<'email-not-theirs'>
  | Refusal<'account-exists'>
  | Refusal<'no-invitation'>
  | Refusal<'several-invitations'>
  | Refusal<'name-unusable'>
  | Refusal<'already-member'>;

type Entered = { personId: string; sid: string };
type Answer = Result<Entered, EnterByProviderRefusal>;

/** Nobody has proved anything at this moment of 1970: what is confirmed then is never confirmed lately (C22). */
const never = new Date(0);

/**
 * Lets in whom an identity provider knows: a person who came from there before, or one with an open invitation for the verified address (SPEC M26). Whoever is signed in
 * already proves by it who they are, for a signature (SPEC M27).
 */
export async function enterByProvider(context: Context, input: unknown): Promise<Answer> {
  const parsed = parseInput(EnterByProviderInput, input);
  if (!parsed.ok) return parsed;
  const said = parsed.value;
  const { actor } = context;
  return withTransaction(context, async (tx): Promise<Answer> => {
    const personId = await personOf(tx, said);
    if (actor.kind === 'member')
      return personId === actor.personId ? confirm(tx, context, actor, said) : refuse({ code: 'not-you' });
    if (personId !== undefined && (await hasSeat(tx, personId))) return enter(tx, context, personId, said);
    return join(tx, context, personId, said);
  });
}

/** The session that asks stays, and is confirmed as of the moment that the provider names, which must be one. */
async function confirm(tx: Tx, context: Context, member: Member, { authenticatedAt }: Said): Promise<Answer> {
  if (authenticatedAt === undefined) return refuse({ code: 'time-unknown' });
  const { personId, sid } = member;
  if (await hasSecondFactor(tx, personId)) return refuse({ code: 'code-needed' });
  const isConfirmed = await confirmLive(tx, context, member, notAfter(authenticatedAt, context.now));
  if (!isConfirmed) return refuse({ code: 'not-you' });
  return ok({ personId, sid });
}

/** A new session. Where a second factor is on, or the provider does not say when the person proved anything, it opens the desk and confirms nothing. */
async function enter(tx: Tx, context: Context, personId: string, { authenticatedAt, browser }: Said): Promise<Answer> {
  const isProof = authenticatedAt !== undefined && !(await hasSecondFactor(tx, personId));
  const confirmedAt = isProof ? notAfter(authenticatedAt, context.now) : never;
  return ok({ personId, sid: await startSession(tx, context, { personId, browser, confirmedAt }) });
}

/** The one open invitation of the verified address is taken, by the account that this provider knows, or by a new one; by no other account. */
async function join(tx: Tx, context: Context, known: string | undefined, said: Said): Promise<Answer> {
  const email = EmailAddress.safeParse(said.email ?? '').data;
  if (email === undefined || !said.emailVerified) return refuse({ code: 'email-unverified' });
  const { emailDomains } = said;
  if (emailDomains.length > 0 && !emailDomains.includes(email.slice(email.lastIndexOf('@') + 1)))
    return refuse({ code: 'email-not-theirs' });
  const [account] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
  if (account !== undefined && account.id !== known) return refuse({ code: 'account-exists' });
  const found = await openInvitationsOf({ email, now: context.now }, tx);
  const [only] = found;
  if (only === undefined) return refuse({ code: 'no-invitation' });
  if (found.length > 1) return refuse({ code: 'several-invitations' });

  const { workspaceId, partyId, id } = only.invitation;
  await lockWorkspace(tx, workspaceId);
  const open = await openInvitation({ id, now: context.now, forUpdate: true }, tx);
  if (open === null) return refuse({ code: 'no-invitation' });
  const name = line(120).safeParse((said.name ?? email.slice(0, email.lastIndexOf('@'))).replaceAll(/\s+/g, ' ')).data;
  const { parties } = await deskWorkspace({ workspaceId }, tx);
  const own = parties.find((party) => party.id === partyId);
  if (name === undefined || borrowedNames([{ field: 'name', name, own }], parties).length > 0)
    return refuse({ code: 'name-unusable' });
  const seated = await takeSeat(tx, context, { open, name, personId: known, passwordHash: null });
  if (!seated.ok) return seated;
  const personId = seated.value;
  const { issuer, subject } = said;
  if (known === undefined) await tx.insert(identities).values({ issuer, subject, personId, createdAt: context.now });
  return enter(tx, context, personId, said);
}

async function personOf(tx: Tx, { issuer, subject }: Said): Promise<string | undefined> {
  const [row] = await tx
    .select({ personId: identities.personId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .for('share');
  return row?.personId;
}

async function hasSecondFactor(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ on: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(eq(secondFactors.personId, personId));
  return row !== undefined && row.on !== null;
}

/** A provider's clock may be ahead of ours. */
function notAfter(moment: Date, now: Date): Date {
  return moment < now ? moment : now;
}
