import { eq, inArray } from 'drizzle-orm';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import type { Tx } from '@/db/handle';
import { people, settings, workspaces } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { fallbackLocale, isLocale } from '@/platform/interface-languages';
import { hashPassword } from '@/platform/password';
import { borrowedNames } from './borrowed-names';
import { createWorkspace, type NewMember, type NewWorkspace } from './create-workspace';
import { type SetUp, SetUpInput } from './set-up-input';
import { isSetupToken, setupTokenSetting } from './setup-token';

export type SetUpRefusal =
  | InputRefusal
  | Refusal<'setup-link-invalid'>
  | Refusal<'already-set-up'>
  | (Refusal<'signing-parties-few'> & { count: number; needed: number })
  | (Refusal<'email-taken'> & { email: string });

/** A party's source counts when another party accepts it, so a desk of one party could publish nothing. */
const signingPartiesNeeded = 2;

/**
 * The first workspace of a deployment, made by whoever holds the one-time link that the first start printed: the token is the permission, and it is
 * spent with its use. The desk has no charter yet: a moderator of a signing party drafts the first (SPEC H8).
 */
export async function setUpWorkspace(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; slug: string }, SetUpRefusal>> {
  const parsed = parseInput(SetUpInput, input);
  if (!parsed.ok) return parsed;
  const wanted = parsed.value;
  const signing = wanted.parties.filter((party) => party.standing === 'signing').length;
  if (signing < signingPartiesNeeded)
    return refuse({ code: 'signing-parties-few', count: signing, needed: signingPartiesNeeded });
  const twice = emailsOf(wanted).find((email, index, all) => all.indexOf(email) !== index);
  if (twice !== undefined) return refuse({ code: 'email-taken', email: twice });
  const issues = borrowedNames(namesOf(wanted), wanted.parties);
  if (issues.length > 0) return refuse({ code: 'invalid-input', issues });
  const early = await withTransaction(context, (tx) => mayUse(tx, wanted.token));
  if (!early.ok) return early;
  // Hashing takes its time by design: only for a holder of the link, and never while the row is locked.
  const hashed = await withHashes(wanted);

  return withTransaction(context, async (tx) => {
    const allowed = await mayUse(tx, wanted.token);
    if (!allowed.ok) return allowed;
    const [known] = await tx
      .select({ email: people.email })
      .from(people)
      .where(inArray(people.email, emailsOf(wanted)));
    if (known !== undefined) return refuse({ code: 'email-taken', email: known.email });
    const created = await createWorkspace(tx, context, hashed);
    await tx.delete(settings).where(eq(settings.name, setupTokenSetting));
    return ok({ id: created.id, slug: wanted.workspace.slug });
  });
}

async function mayUse(tx: Tx, token: string): Promise<Result<true, Refusal<'setup-link-invalid'> | Refusal<'already-set-up'>>> {
  const known = await tx.select({ id: workspaces.id }).from(workspaces).limit(1);
  if (known.length > 0) return refuse({ code: 'already-set-up' });
  return (await isSetupToken(token, tx)) ? ok(true) : refuse({ code: 'setup-link-invalid' });
}

function emailsOf({ steward, parties }: SetUp): string[] {
  return [steward.email, ...parties.flatMap(({ moderator }) => moderator?.email ?? [])];
}

function namesOf({ steward, parties }: SetUp): Parameters<typeof borrowedNames>[0] {
  return [
    { field: 'steward.name', name: steward.name, own: undefined },
    ...parties.flatMap((party, index) =>
      party.moderator === undefined ? [] : [{ field: `parties.${index}.moderator.name`, name: party.moderator.name, own: party }],
    ),
  ];
}

async function withHashes({ workspace, steward, parties }: SetUp): Promise<NewWorkspace> {
  const hashed: NewWorkspace['parties'] = [];
  for (const party of parties) hashed.push({ ...party, moderator: party.moderator && (await memberOf(party.moderator)) });
  const locale = isLocale(workspace.mainLanguage) ? workspace.mainLanguage : fallbackLocale;
  return { workspace: { ...workspace, demonstration: false }, steward: await memberOf(steward), parties: hashed, locale };
}

async function memberOf({ name, email, password }: SetUp['steward']): Promise<NewMember> {
  return { name, email, passwordHash: await hashPassword(password) };
}
