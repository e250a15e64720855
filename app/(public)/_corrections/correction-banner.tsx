import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import { inLanguage } from '../_page/addresses';
import type { Reading } from '../_verdict/reading';
import { changesPath } from '../_verdict/verdict-address';
import { SaidReason } from './said-reason';

/** Above everything else of a revision that corrected another: how gravely, when, why, and what changed (C34). */
export function CorrectionBanner({ reading }: { reading: Reading }) {
  const { verdict, workspace, locale } = reading;
  const t = useTranslations('correction');
  const { correction, slug, number, publishedAt } = verdict;
  if (correction === null) return null;
  return (
    <Notice
      id="correction"
      tone={correction.grade === 'substantial' ? 'wait' : 'info'}
      title={t.rich('banner.title', {
        grade: t(`grade.${correction.grade}`),
        date: () => <DateText at={publishedAt} show="day" timeZone={workspace.timeZone} />,
      })}
      actions={
        <>
          <Link href={inLanguage(changesPath(slug, number), locale)}>{t('banner.changes', { number: correction.corrects })}</Link>
          <Link href={inLanguage(`/verdicts/${slug}/revisions/${correction.corrects}`, locale)}>
            {t('banner.earlier', { number: correction.corrects })}
          </Link>
        </>
      }
    >
      <div className="said">
        <p>{t('banner.reason')}</p>
        <SaidReason reason={correction.reason} locale={locale} />
        {correction.challenge !== null && (
          <p>
            <Link href={`#challenge-${correction.challenge}`}>{t('banner.answers', { number: correction.challenge })}</Link>
          </p>
        )}
      </div>
    </Notice>
  );
}
