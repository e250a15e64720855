import { route } from '@/app/_adapters/route';
import { authorsOfDesk } from '@/db/queries/desk/authors-of-desk';
import { recordDocument } from '@/domain/record/document-name';
import { ok, refuse } from '@/domain/result';
import { authorizeRecord } from '../authorize-record';

/** Who wrote each stretch of the live record: the editor colours by Yjs client id and clock. Private notes have no such answer. */
export const GET = route(async ({ params, context }) => {
  const record = await authorizeRecord(context, params.claimId);
  if (!record.ok) return record;
  const written = await context.collab.authorshipOf(recordDocument(record.value.claimId));
  if (written === undefined) return refuse({ code: 'not-found' });
  const people = await authorsOfDesk({ authors: written.authors }, context.db);
  return ok({ seq: written.seq, people, written: written.written });
});
