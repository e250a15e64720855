import { route } from '@/app/_adapters/route';
import { recordDocument } from '@/domain/record/document-name';
import { ok, refuse } from '@/domain/result';
import { authorizeRecord, readSeq } from '../../authorize-record';

/** The record as it was after one edit; any edit may be asked for. */
export const GET = route(async ({ params, context }) => {
  const record = await authorizeRecord(context, params.claimId);
  if (!record.ok) return record;
  const seq = readSeq(params.seq);
  const projection = seq && (await context.collab.projectionAt(recordDocument(record.value.claimId), seq));
  return projection ? ok({ seq: projection.seq, draft: projection.draft }) : refuse({ code: 'not-found' });
});
