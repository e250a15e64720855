import { getTranslations } from 'next-intl/server';
import { Diff, type DiffPart } from '@/components/record/diff';
import { joinNames } from '@/components/ui/join-names';
import type { Author, ChangedLine, ChangedPart, MarkChange } from '@/platform/ports';
import { FormChange } from './form-change';

/** One line, and under it in words who did what to it: the marks that its words got or lost, and what became of the line as a whole. */
export async function Line({
  line: { parts, form },
  language,
  labelOf,
}: {
  line: ChangedLine;
  /** Private notes are in no language that anybody named. */
  language: string | undefined;
  labelOf: (by: Author | undefined) => string | undefined;
}) {
  const t = await getTranslations('desk.versions');
  const words = await getTranslations('history');
  const marked = parts.filter(({ marks }) => marks !== undefined);
  const changed = parts.filter(({ kind }) => kind !== 'same');
  if (parts.length === 0 && form === undefined) return null;
  if (changed.length + marked.length === 0 && form === undefined)
    return (
      <p className="read muted" lang={language} dir="auto">
        {parts.map(({ text }) => text)}
      </p>
    );
  const list = (people: (Author | undefined)[]) =>
    joinNames(
      [...new Set(people.map(labelOf))].filter((name) => name !== undefined),
      t('and'),
    );
  const inserted = list(changed.flatMap(({ kind, by }) => (kind === 'added' ? [by] : [])));
  const deleted = list(changed.flatMap(({ kind, by }) => (kind === 'removed' ? [by] : [])));
  const formatted = list([...marked.flatMap(({ marks = [] }) => marks.map(({ by }) => by)), form?.by]);
  const sayMark = ({ mark, isOn }: MarkChange) => words(`mark.${mark}${isOn ? 'On' : 'Off'}`);
  const shown = ({ kind, text, by, marks }: ChangedPart): DiffPart => {
    const note = marks?.map(sayMark).join(t('and'));
    return { kind, text, ...(note === undefined ? {} : { note }), ...(by === undefined ? {} : { by: labelOf(by) }) };
  };
  return (
    <div className="chg">
      <p className="read" lang={language} dir="auto">
        <Diff parts={parts.map(shown)} />
      </p>
      <p className="muted">
        {form !== undefined && <FormChange form={form} />}
        {marked.flatMap(({ text, marks = [] }, index) =>
          marks.map((mark) => (
            <span key={`${keyOf(index)} ${mark.mark}`}>
              {words.rich('marked', { what: sayMark(mark), words: withoutStop(text), bdi: (inner) => <bdi>{inner}</bdi> })}{' '}
            </span>
          )),
        )}
        {inserted !== '' && <span>{t('insertedBy', { people: inserted })} </span>}
        {deleted !== '' && <span>{t('deletedBy', { people: deleted })} </span>}
        {formatted !== '' && <span>{words('formattedBy', { people: formatted })}</span>}
      </p>
    </div>
  );
}

/** The sentence that quotes it has a full stop of its own. */
function withoutStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}

/** Parts of one comparison never move, so their place is their key. */
function keyOf(index: number): string {
  return `p${index}`;
}
