import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { statementKinds } from '@/domain/claim/statement-kinds';
import { ok, type Refusal, type Result } from '@/domain/result';
import { optionalText } from '@/domain/text-input';
import { AppearanceInput, type SeenRefusal, seenBy } from './appearance-input';
import { insertClaim, NewClaimInput, nextNumber } from './insert-claim';
import { openClaim } from './open-claim';

const mostAtOnce = 100;

export const SubmitClaimsInput = z.strictObject({
  language: NewClaimInput.shape.language,
  /** Where all of them appeared. */
  appearance: AppearanceInput.omit({ locator: true }),
  claims: z
    .array(z.strictObject({ wording: NewClaimInput.shape.wording, title: NewClaimInput.shape.title, locator: optionalText(200) }))
    .min(1)
    .max(mostAtOnce),
  /** `open` also takes them to work, which the charter or a right may refuse: they are submitted all the same. */
  as: z.enum(['submitted', 'open']),
  /** What kind of statement all of them are, for opening (C02). */
  statement: z.enum(statementKinds).optional(),
});

export type SubmittedClaim = { id: string; number: number; state: 'submitted' | 'open'; refusal?: Refusal };
export type SubmitClaimsRefusal = AuthorizationRefusal | InputRefusal | SeenRefusal;

/** The ticked sentences of an article as claims, all of them or none (SPEC IN3). Each is opened by itself afterwards, if that was asked. */
export async function submitClaims(
  context: Context,
  input: unknown,
): Promise<Result<{ claims: SubmittedClaim[] }, SubmitClaimsRefusal>> {
  const parsed = parseInput(SubmitClaimsInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.submit');
  if (!authorized.ok) return authorized;
  const { language, appearance, claims: ticked, as, statement } = parsed.value;
  const seen = seenBy(context.now, appearance);
  if (!seen.ok) return seen;
  const member = authorized.value;

  const { value: made } = await withTransaction(context, async (tx) => {
    await lockWorkspace(tx, member.workspaceId);
    const first = await nextNumber(tx, member.workspaceId);
    const rows: SubmittedClaim[] = [];
    for (const [index, { wording, title, locator }] of ticked.entries()) {
      const claim = { wording, title, language, appearance: { ...appearance, locator } };
      rows.push({ ...(await insertClaim(tx, context, { member, number: first + index, input: claim })), state: 'submitted' });
    }
    return ok(rows);
  });
  if (as === 'submitted') return ok({ claims: made });
  const opened: SubmittedClaim[] = [];
  for (const claim of made) {
    const result = await openClaim(context, { claimId: claim.id, statement });
    opened.push(result.ok ? { ...claim, state: 'open' } : { ...claim, refusal: result.refusal });
  }
  return ok({ claims: opened });
}
