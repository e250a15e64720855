import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Outcome } from '@/components/record/outcome';
import { DateText } from '@/components/ui/date-text';
import { Digest } from '@/components/ui/digest';
import { Name } from '@/components/ui/name';
import type { EndedRevision } from '@/db/queries/public/ended-revisions';
import type { PublicRevision } from '@/db/queries/public/published-verdict';
import { useCorrectionEntries } from '../_corrections/use-correction-entries';
import { useSigningEntries } from '../_outcome/use-signing-entries';
import { inLanguage } from '../_page/addresses';
import type { HistoryEntry } from './history-entry';
import type { Reading } from './reading';
import { replacedRevision } from './replaced-revision';
import { changesPath } from './verdict-address';

type Words = ReturnType<typeof useTranslations<'public'>>;

/** From the newest to the opening of the claim. No number is left out: a revision that was never published says how it ended, and nothing else. */
export function HistorySection({ reading }: { reading: Reading }) {
  const { workspace, verdict } = reading;
  const t = useTranslations('public');
  const signingEntries = useSigningEntries(reading);
  const correctionEntries = useCorrectionEntries(reading.locale);
  const opened: HistoryEntry[] =
    verdict.openedAt === null
      ? []
      : [{ key: 'opened', at: verdict.openedAt, what: t('history.opened', { charter: verdict.charter.number }) }];
  const rounds = [
    ...verdict.history.map((revision) => ({
      number: revision.number,
      entries: [
        ...correctionEntries(revision),
        ...publishedEntries(revision, reading, t).toSpliced(-1, 0, ...signingEntries(revision.number)),
      ],
    })),
    ...verdict.ended.map((revision) => ({ number: revision.number, entries: endedEntries(revision, t) })),
  ].toSorted((a, b) => b.number - a.number);
  const entries = [...rounds.flatMap((round) => round.entries), ...opened];
  return (
    <ol className="wide hist num" reversed>
      {entries.map(({ key, at, what, more }) => (
        <li key={key}>
          <DateText at={at} show="day" timeZone={workspace.timeZone} />
          <div>
            {what}
            {more !== undefined && more !== false && <p>{more}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function publishedEntries(
  { number, outcome, frozenAt, publishedAt }: PublicRevision,
  { verdict, locale }: Reading,
  t: Words,
): HistoryEntry[] {
  const read = (
    <Link href={inLanguage(`/verdicts/${verdict.slug}/revisions/${number}`, locale)}>{t('history.read', { number })}</Link>
  );
  const superseded = number !== verdict.current;
  const replaced = replacedRevision({ number, history: verdict.history });
  return [
    {
      key: `published-${number}`,
      at: publishedAt,
      what: (
        <>
          {t('history.published', { number })} <Outcome outcome={outcome} />
        </>
      ),
      more: (superseded || replaced !== undefined) && (
        <>
          {superseded && t('history.superseded', { current: verdict.current })}{' '}
          {replaced !== undefined && (
            <Link href={inLanguage(changesPath(verdict.slug, number), locale)}>
              {t('changes.since', { number: replaced.number })}
            </Link>
          )}
        </>
      ),
    },
    { key: `frozen-${number}`, at: frozenAt, what: t('history.frozen', { number }), more: read },
  ];
}

function endedEntries({ number, frozenAt, ended, endedAt, party, statementSha256 }: EndedRevision, t: Words): HistoryEntry[] {
  const name = () => <Name>{party ?? ''}</Name>;
  return [
    {
      key: `ended-${number}`,
      at: endedAt ?? frozenAt,
      what: t.rich(`history.ended-${ended}`, { number, party: name }),
      more: (
        <>
          {t('history.closed')}{' '}
          {statementSha256 !== null &&
            t.rich('history.dissentDigest', {
              digest: () => <Digest value={statementSha256} form="full" algorithm="sha256" />,
            })}
        </>
      ),
    },
    { key: `frozen-${number}`, at: frozenAt, what: t('history.frozen', { number }) },
  ];
}
