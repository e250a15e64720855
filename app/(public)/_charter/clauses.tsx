import { useTranslations } from 'next-intl';
import { ParameterSentence } from '@/components/charter/parameter-sentence';
import type { RatifiedCharter } from '@/db/queries/public/ratified-charter';
import { clauses } from '@/domain/charter/clauses';
import { writtenIn } from '../_page/text-direction';

/** The clauses as articles, each with what its parameters are set to. A clause's id is its address: `#C07`. */
export function Clauses({ version: { charter } }: { version: RatifiedCharter }) {
  const t = useTranslations('public');
  const written = writtenIn(charter.language);
  return (
    <section aria-labelledby="clauses">
      <h2 id="clauses">{t('charter.clauses')}</h2>
      <p>{t('charter.enforced')}</p>
      {charter.clauses.map(({ id, title, text }) => {
        const clause = clauses.find((candidate) => candidate.id === id);
        return (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h3 id={`${id}-title`}>
              <a href={`#${id}`}>{id}</a> <span {...written}>{title}</span>
            </h3>
            <p {...written}>{text}</p>
            {clause !== undefined && clause.parameters.length > 0 && (
              <ul>
                {clause.parameters.map((name) => (
                  <li key={name}>
                    <ParameterSentence name={name} value={charter.parameters[name]} />
                  </li>
                ))}
              </ul>
            )}
            {clause?.fixed === true && <p className="hint">{t('charter.fixed')}</p>}
          </section>
        );
      })}
    </section>
  );
}
