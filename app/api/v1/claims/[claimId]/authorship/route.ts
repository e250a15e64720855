import { route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { authorsOfDesk } from '@/db/queries/desk/authors-of-desk';
import { stateOfClaim } from '@/db/queries/desk/state-of-claim';
import { recordDocument } from '@/domain/record/document-name';
import { ok, refuse } from '@/domain/result';

/** Who wrote each stretch of the live record: the editor colours by Yjs client id and clock. Private notes have no such answer. */
export const GET = route(async ({ params, context }) => {
  const authorized = authorize(context.actor, 'claim.read');
  if (!authorized.ok) return authorized;
  const claimId = params.claimId ?? '';
  const state = await stateOfClaim({ claimId, workspaceId: authorized.value.workspaceId }, context.db);
  const written = state && (await context.collab.authorshipOf(recordDocument(claimId)));
  if (written === undefined) return refuse({ code: 'not-found' });
  const people = await authorsOfDesk({ authors: written.authors }, context.db);
  return ok({ seq: written.seq, people, written: written.written });
});
