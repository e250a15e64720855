import { Check, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { ClauseFinding } from '@/domain/charter/finding';
import { FindingTitle } from '../../../../../../_words/finding-title';
import { useFindingWords } from '../../../../../../_words/use-finding-words';

/** What the clauses of signing say of this person before any position is chosen. */
export function Checks({ checks }: { checks: ClauseFinding[] }) {
  const t = useTranslations('desk.signing');
  const record = useTranslations('record');
  const titleOf = (finding: ClauseFinding) => {
    if (isAsked(finding)) return t('askedConflict');
    return isBound(finding) ? t('named') : <FindingTitle finding={finding} />;
  };
  return (
    <>
      <h2>
        {t('before')} <span>{t('metOf', { met: checks.filter(isTrue).length, total: checks.length })}</span>
      </h2>
      <ul className="ckl">
        {checks.map((finding) => (
          <li key={finding.clause}>
            <Icon as={isTrue(finding) ? Check : CircleDashed} className={isTrue(finding) ? 'ok' : 'wait'} />
            <span>
              <VisuallyHidden>
                {isAsked(finding) ? t('asked') : record(finding.met ? 'clauseMet' : 'clauseUnmet')}{' '}
              </VisuallyHidden>
              {titleOf(finding)}
            </span>
            <Link className="id" href={`/desk/charter#${finding.clause}`}>
              {finding.clause}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether there is a conflict of interest in this claim is only answered with the position (C19). */
function isAsked({ clause, met }: ClauseFinding): boolean {
  return clause === 'C19' && met;
}

/** Nobody knows what somebody has read; that their signature names what is shown here is known (C23). */
function isBound({ clause, met }: ClauseFinding): boolean {
  return clause === 'C23' && met;
}

function isTrue(finding: ClauseFinding): boolean {
  return finding.met && !isAsked(finding);
}

/** Why this person cannot sign, and who can (SPEC H6). */
export function Bars({ bars }: { bars: ClauseFinding[] }) {
  const t = useTranslations('desk.signing');
  const words = useFindingWords();
  return (
    <Notice tone="wait" title={t('cannotSign')}>
      {bars.map((bar) => {
        const { title, todo } = words(bar);
        return (
          <Fragment key={bar.code}>
            <p>{title}</p>
            <p>{todo}</p>
          </Fragment>
        );
      })}
    </Notice>
  );
}
