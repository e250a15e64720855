import { inputOf, route } from '@/app/_adapters/route';
import { authorizeParty } from '@/commands/authorize';
import { bringList } from '@/commands/imports/bring-list';
import { importsOfDesk } from '@/db/queries/desk/imports-of-desk';
import { listLimitBytes } from '@/domain/intake/list-limits';
import { ok } from '@/domain/result';

/** The lists that the member's party brought, the newest first (SPEC IN10). */
export const GET = route(async ({ context }) => {
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { workspaceId, party } = authorized.value;
  return ok({ items: await importsOfDesk({ workspaceId, partyId: party.id }, context.db) });
});

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? bringList(context, input.value) : input;
  },
  // Quotation marks and line breaks of a list are twice as long in JSON.
  { created: true, limitBytes: listLimitBytes * 2 },
);
