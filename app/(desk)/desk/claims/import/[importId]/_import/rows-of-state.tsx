import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Context } from '@/commands/command';
import { type DeskImport, rowsOfImport } from '@/db/queries/desk/imports-of-desk';
import { RowIssues } from './row-issues';

/** More of them are for the report: nobody reads a thousand on a page. */
const shown = { refused: 50, known: 20 };

type Listed = { found: DeskImport; workspaceId: string; state: 'refused' | 'known'; db: Context['db'] };

/** The rows that were refused, each with every reason (SPEC IN5), or those that were here already, each with the way to its claim (SPEC IN8). */
export async function RowsOfState({ found, workspaceId, state, db }: Listed) {
  const count = found.counts[state];
  if (count === 0) return null;
  const rows = await rowsOfImport({ importId: found.id, workspaceId, states: [state], most: shown[state] }, db);
  const t = await getTranslations('intake.import');
  return (
    <section className="narrow" aria-labelledby={state}>
      <h2 id={state}>{t(`${state}Rows`, { count })}</h2>
      {state === 'refused' && <p className="muted">{t('refusedHint')}</p>}
      {count > shown[state] && <p className="muted">{t('firstShown', { shown: shown[state] })}</p>}
      <ul className="todo">
        {rows.map(({ number, wording, issues, claimId, claimNumber }) => (
          <li key={number}>
            <b className="num">{t('rowNumber', { number })}</b>{' '}
            {claimId !== null && claimNumber !== null ? (
              <Link href={`/desk/claims/${claimId}`}>
                {t('claim', { number: claimNumber })} · <bdi>{wording}</bdi>
              </Link>
            ) : (
              <bdi className="muted">{wording}</bdi>
            )}
            {issues.length > 0 && <RowIssues issues={issues} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
