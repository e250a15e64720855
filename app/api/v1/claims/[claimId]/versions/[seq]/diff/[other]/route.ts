import { route } from '@/app/_adapters/route';
import { authorNames } from '@/db/queries/desk/authors-of-desk';
import { sourcesOfClaim } from '@/db/queries/desk/sources-of-desk';
import { recordDocument } from '@/domain/record/document-name';
import { ok, refuse } from '@/domain/result';
import { authorsOfChanges } from '@/platform/authors-of-changes';
import { authorizeRecord, readSeq } from '../../../../authorize-record';
import { lineView } from '../../../line-view';

/** What changed between two versions, the earlier one first, word by word, with marks and the forms of lines, and by whom. */
export const GET = route(async ({ params, context }) => {
  const record = await authorizeRecord(context, params.claimId);
  if (!record.ok) return record;
  const [from, to] = [readSeq(params.seq), readSeq(params.other)];
  if (from === undefined || to === undefined || from > to) return refuse({ code: 'not-found' });
  const sources = await sourcesOfClaim(record.value, context.db);
  const numbers = new Map(sources.map(({ id, number }) => [id, number]));
  const changes = await context.collab.changesBetween(
    recordDocument(record.value.claimId),
    { from, to },
    (id) => `[E${numbers.get(id) ?? '?'}]`,
  );
  if (changes === undefined) return refuse({ code: 'not-found' });
  const nameOf = await authorNames({ authors: authorsOfChanges(changes) }, context.db);
  return ok({
    from,
    to,
    texts: changes.texts.map(({ language, text, lines }) => ({
      ...{ language, text },
      lines: lines.map((line) => lineView(line, nameOf)),
    })),
    fields: changes.fields.map(({ by, ...field }) => ({ ...field, by: by === undefined ? null : nameOf(by) })),
  });
});
