import { route } from '@/app/_adapters/route';
import { authorNames } from '@/db/queries/desk/authors-of-desk';
import { ok, refuse } from '@/domain/result';
import { authorsOfLines } from '@/platform/authors-of-changes';
import { authorizeNotes } from '../../../../../authorize-notes';
import { readSeq } from '../../../../../authorize-record';
import { lineView } from '../../../../../versions/line-view';

/** What changed between two versions of one's party's notes, the earlier one first. */
export const GET = route(async ({ params, context }) => {
  const notes = await authorizeNotes(context, params.claimId);
  if (!notes.ok) return notes;
  const [from, to] = [readSeq(params.seq), readSeq(params.other)];
  if (from === undefined || to === undefined) return refuse({ code: 'not-found' });
  const changes = await context.collab.notesChangesBetween(notes.value.document, { from, to });
  if (changes === undefined) return refuse({ code: 'not-found' });
  const nameOf = await authorNames({ authors: authorsOfLines(changes.lines) }, context.db);
  return ok({ from, to, lines: changes.lines.map((line) => lineView(line, nameOf)) });
});
