import { inputOf, route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { submitClaim } from '@/commands/claims/submit-claim';
import type { Context } from '@/commands/command';
import { claimsOfWorkspace } from '@/db/queries/claims-of-workspace';
import { claimList } from '@/db/queries/desk/claim-list';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { listReader } from '@/db/queries/desk/list-reader';
import { readView } from '@/domain/claim/list-view';
import { may } from '@/domain/policies/permissions';
import { ok, refuse } from '@/domain/result';

/** The claims of the desk, newest number first, or those that hold every word of `q`, at most a page of them. A steward gets their numbers and stages and no word of them (SPEC A5). */
export const GET = route(async ({ request, context }) => {
  const authorized = authorize(context.actor, 'claim.list');
  if (!authorized.ok) return authorized;
  const q = new URL(request.url).searchParams.get('q')?.trim() ?? '';
  if (q !== '') return findClaims(context, q);
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

/** By the search of the desk's own list (SPEC D5). A steward searches nothing: what is found would tell what was written. */
async function findClaims(context: Context, text: string) {
  const authorized = authorize(context.actor, 'claim.read');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId } = member;
  const workspace = await deskWorkspace({ workspaceId }, context.db);
  const reader = await listReader({ member, workspace, now: context.now }, context.db);
  const view = readView(new URLSearchParams({ q: text, sort: 'changed' }));
  const { claimIds } = await claimList({ reader, view, cursor: undefined }, context.db);
  return ok(await claimsOfWorkspace({ workspaceId, before: undefined, withWords: true, claimIds }, context.db));
}
