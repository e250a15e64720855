import { route } from '@/app/_adapters/route';
import { authorizeParty } from '@/commands/authorize';
import { importOfDesk, suggestedReading } from '@/db/queries/desk/imports-of-desk';
import { ok, refuse } from '@/domain/result';

/** How far an import is; of one that waits to be begun, how it is probably to be read. */
export const GET = route(async ({ params, context }) => {
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { workspaceId, party } = authorized.value;
  const found = await importOfDesk({ importId: params.importId ?? '', workspaceId, partyId: party.id }, context.db);
  if (found === undefined) return refuse({ code: 'not-found' });
  return ok(found.state === 'read' ? { ...found, suggested: await suggestedReading(found, context.db) } : found);
});
