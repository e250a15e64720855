import { route } from '@/app/_adapters/route';
import { ok, refuse } from '@/domain/result';
import { authorizeNotes } from '../../../authorize-notes';
import { readSeq } from '../../../authorize-record';

/** One's party's notes as they were after one edit; any edit may be asked for. */
export const GET = route(async ({ params, context }) => {
  const notes = await authorizeNotes(context, params.claimId);
  if (!notes.ok) return notes;
  const seq = readSeq(params.seq);
  const version = seq && (await context.collab.notesAt(notes.value.document, seq));
  return version ? ok(version) : refuse({ code: 'not-found' });
});
