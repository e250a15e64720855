import { route } from '@/app/_adapters/route';
import { authorNames } from '@/db/queries/desk/authors-of-desk';
import { sourcesOfClaim } from '@/db/queries/desk/sources-of-desk';
import { recordDocument } from '@/domain/record/document-name';
import { ok, refuse } from '@/domain/result';
import type { Author, RecordChanges } from '@/platform/ports';
import { authorizeRecord, readSeq } from '../../../../authorize-record';

/** What changed between two versions, the earlier one first, word by word and by whom. */
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
  const nameOf = await authorNames({ authors: authorsOf(changes) }, context.db);
  const named = <Part extends { by?: Author }>({ by, ...part }: Part) => ({ ...part, by: by === undefined ? null : nameOf(by) });
  return ok({
    from,
    to,
    texts: changes.texts.map(({ language, text, lines }) => ({ language, text, lines: lines.map((line) => line.map(named)) })),
    fields: changes.fields.map(named),
  });
});

function authorsOf({ texts, fields }: RecordChanges): Author[] {
  const parts = [...texts.flatMap(({ lines }) => lines.flat()), ...fields];
  return parts.flatMap(({ by }) => (by === undefined ? [] : [by]));
}
