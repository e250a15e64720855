import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { inLanguage } from '../_page/addresses';
import type { Reading } from './reading';
import { replacedRevision } from './replaced-revision';
import { changesPath } from './verdict-address';

/** Under the title of a revision that replaced another: since when, and what. */
export function ChangedLine({ reading }: { reading: Reading }) {
  const { verdict, workspace, locale } = reading;
  const t = useTranslations('public');
  const replaced = replacedRevision(verdict);
  if (replaced === undefined) return null;
  const day = (at: string) => () => <DateText at={at} show="day" timeZone={workspace.timeZone} />;
  return (
    <p className="changed">
      {t.rich('changes.line', { first: day(verdict.firstPublishedAt), changed: day(verdict.publishedAt) })}{' '}
      <Link href={inLanguage(changesPath(verdict.slug, verdict.number), locale)}>
        {t('changes.since', { number: replaced.number })}
      </Link>
    </p>
  );
}
