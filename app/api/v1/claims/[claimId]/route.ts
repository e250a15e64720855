import { route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { claimOfDesk } from '@/db/queries/desk/claim-of-desk';
import { sourcesOfClaim } from '@/db/queries/desk/sources-of-desk';
import { ok, refuse } from '@/domain/result';
import { claimView } from './claim-view';

/** A claim with everything that is rows about it, its question and what the charter still asks for. Private notes are in no answer of the API. */
export const GET = route(async ({ params, context }) => {
  const authorized = authorize(context.actor, 'claim.read');
  if (!authorized.ok) return authorized;
  const at = { claimId: params.claimId ?? '', workspaceId: authorized.value.workspaceId };
  const claim = await claimOfDesk(at, context.db);
  if (claim === undefined) return refuse({ code: 'not-found' });
  return ok(await claimView({ ...at, claim, sources: await sourcesOfClaim(at, context.db) }, context));
});
