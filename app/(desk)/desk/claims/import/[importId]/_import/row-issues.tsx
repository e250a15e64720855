import { useTranslations } from 'next-intl';
import { rowIssueWords, sayer } from '@/app/_words/row-issue-words';
import type { RowIssue } from '@/db/queries/desk/imports-of-desk';

/** Every reason why a row was refused: the part of it, what stood there, why, and what can be done (SPEC IN11). */
export function RowIssues({ issues }: { issues: RowIssue[] }) {
  const t = useTranslations('intake');
  const say = sayer(t);
  return (
    <ul className="why">
      {issues.map((issue) => {
        const { field, value, reason, advice } = rowIssueWords(issue, say);
        return (
          <li key={issue.field}>
            {field !== '' && <b>{t('issue.of', { field })}</b>}{' '}
            {value !== '' && (
              <q>
                <bdi>{value}</bdi>
              </q>
            )}{' '}
            {reason} <span className="muted">{advice}</span>
          </li>
        );
      })}
    </ul>
  );
}
