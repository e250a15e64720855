import { getTranslations } from 'next-intl/server';
import { Diff } from '@/components/record/diff';
import { EmptyState } from '@/components/ui/empty-state';
import { languageNames } from '@/components/ui/language-names';
import type { DeskAuthor } from '@/db/queries/desk/authors-of-desk';
import type { Author, FieldValue, RecordChanges } from '@/platform/ports';
import { loadDesk } from '../../../../../_frame/load-desk';
import { Line } from './changed-line';
import { labelOf } from './label-of';

/** What changed, word by word and in what the words look like, and under each line who did it: read aloud with the words, and in sight without a pointer. */
export async function VersionChanges({ changes, nameOf }: { changes: RecordChanges; nameOf: (author: Author) => DeskAuthor }) {
  const t = await getTranslations('desk.versions');
  const editor = await getTranslations('editor');
  const words = await getTranslations('languages');
  const languageName = languageNames((await loadDesk()).member.locale);
  if (changes.texts.length + changes.fields.length === 0) return <EmptyState>{t('noChange')}</EmptyState>;
  const label = await labelOf(nameOf);
  return (
    <>
      {changes.texts.map(({ text, language, lines }) => (
        <section key={`${text} ${language}`}>
          <h2 className="part">{words('textIn', { text: editor(`text.${text}`), language: languageName(language) })}</h2>
          {lines.map((line, index) => (
            <Line key={keyOf(index)} line={line} language={language} labelOf={label} />
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
                <Diff parts={[...partsOf('removed', before, label(by)), ...partsOf('added', after, label(by))]} />{' '}
                {by !== undefined && <span className="muted">{label(by)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function partsOf(kind: 'added' | 'removed', value: FieldValue, by: string | undefined) {
  return value === null ? [] : [{ kind, text: Array.isArray(value) ? value.join(', ') : value, by }];
}

/** Lines of one comparison never move, so their place is their key. */
function keyOf(index: number): string {
  return `l${index}`;
}
