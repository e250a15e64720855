import { inputOf, route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { submitClaim } from '@/commands/claims/submit-claim';
import { claimsOfWorkspace } from '@/db/queries/claims-of-workspace';
import { may } from '@/domain/policies/permissions';
import { ok, refuse } from '@/domain/result';

/** The claims of the desk, newest number first. A steward gets their numbers and stages and no word of them (SPEC A5). */
export const GET = route(async ({ request, context }) => {
  const authorized = authorize(context.actor, 'claim.list');
  if (!authorized.ok) return authorized;
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  // A number of ours: a claim's, which has at most nine digits.
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor))
    return refuse({ code: 'invalid-input', issues: [{ field: 'cursor', code: 'invalid' }] });
  const { workspaceId } = authorized.value;
  const withWords = may(authorized.value, 'claim.read');
  return ok(
    await claimsOfWorkspace({ workspaceId, before: cursor === undefined ? undefined : Number(cursor), withWords }, context.db),
  );
});

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? submitClaim(context, input.value) : input;
  },
  { created: true },
);
