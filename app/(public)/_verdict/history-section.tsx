import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '@/components/ui/date-text';
import type { PublicRevision } from '@/db/queries/public/published-verdict';
import { inLanguage } from '../_page/addresses';
import type { Reading } from './reading';

type Entry = { key: string; at: string; what: ReactNode; more?: ReactNode };

/** From the newest to the opening of the claim. Revisions that were never published are not in it. */
export function HistorySection({ reading }: { reading: Reading }) {
  const { workspace, verdict } = reading;
  const t = useTranslations('public');
  const opened: Entry[] =
    verdict.openedAt === null
      ? []
      : [{ key: 'opened', at: verdict.openedAt, what: t('history.opened', { charter: verdict.charter.number }) }];
  const entries = [...verdict.history.toReversed().flatMap((revision) => entriesOf(revision, reading, t)), ...opened];
  return (
    <ol className="wide hist num" reversed>
      {entries.map(({ key, at, what, more }) => (
        <li key={key}>
          <DateText at={at} show="day" timeZone={workspace.timeZone} />
          <div>
            {what}
            {more !== undefined && <p>{more}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function entriesOf(
  { number, frozenAt, publishedAt }: PublicRevision,
  { verdict, locale }: Reading,
  t: ReturnType<typeof useTranslations<'public'>>,
): Entry[] {
  const read = (
    <Link href={inLanguage(`/verdicts/${verdict.slug}/revisions/${number}`, locale)}>{t('history.read', { number })}</Link>
  );
  const superseded = number !== verdict.current;
  return [
    {
      key: `published-${number}`,
      at: publishedAt,
      what: t('history.published', { number }),
      more: superseded ? t('history.superseded', { current: verdict.current }) : undefined,
    },
    { key: `frozen-${number}`, at: frozenAt, what: t('history.frozen', { number }), more: read },
  ];
}
