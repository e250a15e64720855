import { route } from '@/app/_adapters/route';
import { authorizeParty } from '@/commands/authorize';
import { importOfDesk } from '@/db/queries/desk/imports-of-desk';
import { ok, refuse } from '@/domain/result';

/** How far an import is. */
export const GET = route(async ({ params, context }) => {
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { workspaceId, party } = authorized.value;
  const found = await importOfDesk({ importId: params.importId ?? '', workspaceId, partyId: party.id }, context.db);
  return found === undefined ? refuse({ code: 'not-found' }) : ok(found);
});
