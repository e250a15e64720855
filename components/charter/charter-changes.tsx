import { useTranslations } from 'next-intl';
import { Diff } from '@/components/record/diff';
import { useLanguageName } from '@/components/ui/use-language-name';
import type { Charter } from '@/domain/charter/charter-text';
import { clauses } from '@/domain/charter/clauses';
import { type ChangedClause, type CharterChanges, compareCharters } from '@/domain/charter/compare-charters';
import { localeFacts } from '@/messages/locales';
import { compareTexts, fullEffort } from '@/platform/compare-words';
import { ParameterSentence } from './parameter-sentence';

/** What a version changes: its parties, its parameters from old to new, and the words of each clause. What is not here is the same in both. */
export function CharterChangesOf({ before, after, id = 'changes' }: { before: Charter; after: Charter; id?: string }) {
  const t = useTranslations('amendment');
  const changes = compareCharters(before, after);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('changes', { before: before.number, after: after.number })}</h2>
      {changes.language !== undefined && <Language {...changes.language} />}
      {changes.parties.length > 0 && <Parties parties={changes.parties} />}
      {changes.parameters.length > 0 && <Parameters parameters={changes.parameters} />}
      <Words changes={changes} written={after.language} isTranslated={changes.language !== undefined} />
    </section>
  );
}

function Language({ before, after }: NonNullable<CharterChanges['language']>) {
  const t = useTranslations('amendment');
  const name = useLanguageName();
  return <p>{t('language', { before: name(before), after: name(after) })}</p>;
}

function Parties({ parties }: Pick<CharterChanges, 'parties'>) {
  const t = useTranslations('amendment');
  return (
    <>
      <h3>{t('partiesTitle')}</h3>
      <ul>
        {parties.map(({ id, name, before, after }) => (
          <li key={id}>{t('party', { party: name, before: before ?? 'none', after: after ?? 'none' })}</li>
        ))}
      </ul>
    </>
  );
}

/** One row for a parameter, headed by the clause that reads it. */
function Parameters({ parameters }: Pick<CharterChanges, 'parameters'>) {
  const t = useTranslations('amendment');
  return (
    <div className="tbl-wrap">
      <table className="tbl keep">
        <caption className="vh">{t('parametersTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clause')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">
                <span className="hash">{clauses.find((clause) => clause.parameters.includes(name))?.id}</span>
              </th>
              <td>
                <ParameterSentence name={name} value={before} />
              </td>
              <td>
                <b>
                  <ParameterSentence name={name} value={after} />
                </b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Word by word. Between two languages every word is another one, so the new text stands alone below, in full. */
function Words({ changes, written, isTranslated }: { changes: CharterChanges; written: string; isTranslated: boolean }) {
  const t = useTranslations('amendment');
  if (isTranslated) return <p>{t('translated')}</p>;
  const effort = fullEffort();
  const text = { lang: written, dir: localeFacts(written).dir };
  if (changes.clauses.length === 0 && changes.preamble === undefined) return <p>{t('sameWords')}</p>;
  return (
    <>
      <h3 className="mt-6">{t('wordsTitle')}</h3>
      {changes.preamble !== undefined && (
        <div className="box">
          <h4>{t('preamble')}</h4>
          <p className="read" {...text}>
            <Diff parts={compareTexts(changes.preamble.before, changes.preamble.after, effort)} />
          </p>
        </div>
      )}
      {changes.clauses.map((clause) => (
        <div key={clause.id} className="box">
          <h4>
            <span className="hash">{clause.id}</span> <span {...text}>{(clause.after ?? clause.before)?.title}</span>
          </h4>
          <p className="read" {...text}>
            <Diff parts={partsOf(clause, effort)} />
          </p>
        </div>
      ))}
    </>
  );
}

function partsOf({ before, after }: ChangedClause, effort: ReturnType<typeof fullEffort>) {
  return compareTexts(before?.text ?? '', after?.text ?? '', effort);
}
