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
  return (
    <>
      <h2>
        {t('before')} <span>{t('metOf', { met: checks.filter(({ met }) => met).length, total: checks.length })}</span>
      </h2>
      <ul className="ckl">
        {checks.map((finding) => (
          <li key={finding.clause}>
            <Icon as={finding.met ? Check : CircleDashed} className={finding.met ? 'ok' : 'wait'} />
            <span>
              <VisuallyHidden>{record(finding.met ? 'clauseMet' : 'clauseUnmet')} </VisuallyHidden>
              <FindingTitle finding={finding} />
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
