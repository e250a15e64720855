import { getTranslations } from 'next-intl/server';
import { Diff } from '@/components/record/diff';
import { EmptyState } from '@/components/ui/empty-state';
import { languageNames } from '@/components/ui/language-names';
import type { DeskAuthor } from '@/db/queries/desk/authors-of-desk';
import type { Author, ChangedPart, FieldValue, RecordChanges } from '@/platform/ports';
import { loadDesk } from '../../../../../_frame/load-desk';

/** What changed, word by word, and under each line who did it: read aloud with the words, and in sight without a pointer. */
export async function VersionChanges({ changes, nameOf }: { changes: RecordChanges; nameOf: (author: Author) => DeskAuthor }) {
  const t = await getTranslations('desk.versions');
  const editor = await getTranslations('editor');
  const words = await getTranslations('languages');
  const languageName = languageNames((await loadDesk()).member.locale);
  if (changes.texts.length + changes.fields.length === 0) return <EmptyState>{t('noChange')}</EmptyState>;
  const labelOf = (by: Author | undefined) => {
    if (by === undefined) return undefined;
    const { name, party } = nameOf(by);
    return party === null ? name : t('person', { name, party: party.name });
  };
  return (
    <>
      {changes.texts.map(({ text, language, lines }) => (
        <section key={`${text} ${language}`}>
          <h2 className="part">{words('textIn', { text: editor(`text.${text}`), language: languageName(language) })}</h2>
          {lines.map((parts, index) => (
            <Line key={keyOf(index)} parts={parts} language={language} labelOf={labelOf} />
          ))}
        </section>
      ))}
      {changes.fields.length > 0 && (
        <section>
          <h2 className="part">{t('fields')}</h2>
          <ul>
            {changes.fields.map(({ field, before, after, by }) => (
              <li key={field} className="chg">
                {t('field', { field: t(`fieldName.${field}`) })}{' '}
                <Diff parts={[...partsOf('removed', before, labelOf(by)), ...partsOf('added', after, labelOf(by))]} />{' '}
                {by !== undefined && <span className="muted">{labelOf(by)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

async function Line({
  parts,
  language,
  labelOf,
}: {
  parts: ChangedPart[];
  language: string;
  labelOf: (by: Author | undefined) => string | undefined;
}) {
  const t = await getTranslations('desk.versions');
  const changed = parts.filter(({ kind }) => kind !== 'same');
  if (changed.length === 0)
    return (
      <p className="read muted" lang={language} dir="auto">
        {parts.map(({ text }) => text)}
      </p>
    );
  const inserted = [...new Set(changed.flatMap(({ kind, by }) => (kind === 'added' ? [labelOf(by)] : [])))];
  const deleted = [...new Set(changed.flatMap(({ kind, by }) => (kind === 'removed' ? [labelOf(by)] : [])))];
  const list = (names: (string | undefined)[]) => names.filter((name) => name !== undefined).join(t('and'));
  return (
    <div className="chg">
      <p className="read" lang={language} dir="auto">
        <Diff parts={parts.map(({ kind, text, by }) => ({ kind, text, by: labelOf(by) }))} />
      </p>
      <p className="muted">
        {list(inserted) !== '' && <span>{t('insertedBy', { people: list(inserted) })} </span>}
        {list(deleted) !== '' && <span>{t('deletedBy', { people: list(deleted) })}</span>}
      </p>
    </div>
  );
}

function partsOf(kind: 'added' | 'removed', value: FieldValue, by: string | undefined) {
  return value === null ? [] : [{ kind, text: Array.isArray(value) ? value.join(', ') : value, by }];
}

/** Lines of one comparison never move, so their place is their key. */
function keyOf(index: number): string {
  return `l${index}`;
}
