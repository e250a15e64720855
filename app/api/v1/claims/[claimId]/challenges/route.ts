import { route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { challengesOfDesk } from '@/db/queries/desk/challenges-of-desk';
import { claimOfDesk } from '@/db/queries/desk/claim-of-desk';
import { ok, refuse } from '@/domain/result';

/** The challenges to a claim's verdict as members read them: with their words, and without who sent them. */
export const GET = route(async ({ params, context }) => {
  const authorized = authorize(context.actor, 'challenge.read');
  if (!authorized.ok) return authorized;
  const at = { claimId: params.claimId ?? '', workspaceId: authorized.value.workspaceId };
  if ((await claimOfDesk(at, context.db)) === undefined) return refuse({ code: 'not-found' });
  return ok({ items: await challengesOfDesk({ ...at, now: context.now }, context.db) });
});
