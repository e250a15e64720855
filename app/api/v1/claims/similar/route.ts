import { z } from 'zod';
import { inputOf, route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { parseInput } from '@/commands/parse-input';
import { likeClaims } from '@/db/queries/desk/like-claims';
import { ok } from '@/domain/result';
import { id, text } from '@/domain/text-input';

/** More tells nothing more. */
const SimilarInput = z.strictObject({ text: text(500), except: id.optional() });

/**
 * Claims of the desk that are like a text, best first: a hint (SPEC IN4). `#12` names claim 12. It changes nothing, and is posted all the same: what somebody
 * types does not belong into an address, which proxies write down.
 */
export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  if (!input.ok) return input;
  const authorized = authorize(context.actor, 'claim.read');
  if (!authorized.ok) return authorized;
  const parsed = parseInput(SimilarInput, input.value);
  if (!parsed.ok) return parsed;
  const { workspaceId } = authorized.value;
  return ok({ items: await likeClaims({ workspaceId, ...parsed.value }, context.db) });
});
