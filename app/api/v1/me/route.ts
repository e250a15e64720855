import { inputOf, route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { changeAccount } from '@/commands/membership/change-account';
import { abilitiesOf } from '@/domain/policies/permissions';
import { ok } from '@/domain/result';

/** Who asks, and what they may do. */
export const GET = route(async ({ context }) => {
  const authorized = authorize(context.actor, 'account.change');
  if (!authorized.ok) return authorized;
  const { personId, name, publicName, locale, workspaceId, workspaceSlug, role, party, confirmedAt } = authorized.value;
  return ok({
    person: { id: personId, name, publicName, locale },
    workspace: { id: workspaceId, slug: workspaceSlug },
    role,
    party,
    confirmedAt: confirmedAt.toISOString(),
    abilities: abilitiesOf(authorized.value),
  });
});

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? changeAccount(context, input.value) : input;
});
