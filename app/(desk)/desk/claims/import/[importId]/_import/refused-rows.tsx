import { getTranslations } from 'next-intl/server';
import { rowIssueWords } from '@/app/_words/row-issue-words';
import type { Context } from '@/commands/command';
import { type DeskImport, rowsOfImport } from '@/db/queries/desk/imports-of-desk';

/** More of them are for the report: nobody reads a thousand on a page. */
const shown = 50;

/** The rows that were refused, each with every reason (SPEC IN5). */
export async function RefusedRows({ found, workspaceId, db }: { found: DeskImport; workspaceId: string; db: Context['db'] }) {
  if (found.counts.refused === 0) return null;
  const rows = await rowsOfImport({ importId: found.id, workspaceId, states: ['refused'], most: shown }, db);
  const t = await getTranslations('intake');
  const say = Object.assign((key: string, facts?: Record<string, string | number>) => t(key, facts), {
    has: (key: string) => t.has(key),
  });
  return (
    <section className="narrow" aria-labelledby="refused">
      <h2 id="refused">{t('import.refusedRows', { count: found.counts.refused })}</h2>
      {found.counts.refused > shown && <p className="muted">{t('import.firstRefused', { shown })}</p>}
      <ul className="todo">
        {rows.map(({ number, wording, issues }) => (
          <li key={number}>
            <p>
              <b className="num">{t('import.rowNumber', { number })}</b>{' '}
              {issues.map((issue) => rowIssueWords(issue, say)).join(' ')}
            </p>
            {wording !== '' && (
              <p className="muted">
                <bdi>{wording}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
