import { inputOf, route, sentenceOf } from '@/app/_adapters/route';
import { changeClaims } from '@/commands/claims/change-claims';
import { numbersOfClaims } from '@/db/queries/desk/numbers-of-claims';
import { ok } from '@/domain/result';

/** The same change of many claims. What was refused is named by the claim's number, with the reason in the asker's language. */
export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  if (!input.ok) return input;
  const changed = await changeClaims(context, input.value);
  if (!changed.ok) return changed;
  const { done, refused } = changed.value;
  const numbers = await numbersOfClaims({ actor: context.actor, claimIds: refused.map(({ claimId }) => claimId) }, context.db);
  const told = refused.map(async ({ claimId, refusal }) => ({
    claimId,
    number: numbers.get(claimId) ?? null,
    code: refusal.code,
    message: await sentenceOf(refusal, context.actor),
  }));
  return ok({ done, refused: await Promise.all(told) });
});
