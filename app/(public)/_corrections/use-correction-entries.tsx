import { useTranslations } from 'next-intl';
import type { PublicRevision } from '@/db/queries/public/published-verdict';
import { writtenLike } from '../_page/text-direction';
import type { HistoryEntry } from '../_verdict/history-entry';

/** What the history of a verdict says of a revision beside its publication: that it was retracted, and how it corrected the one before it, the newest first. */
export function useCorrectionEntries(locale: string): (revision: PublicRevision) => HistoryEntry[] {
  const t = useTranslations('correction');
  return ({ number, publishedAt, correction, retractedAt }) => [
    ...(retractedAt === undefined
      ? []
      : [{ key: `retracted-${number}`, at: retractedAt, what: t('retracted.history', { number }) }]),
    ...(correction === undefined
      ? []
      : [
          {
            key: `correction-${number}`,
            at: publishedAt,
            what: t(`grade.${correction.grade}`),
            more: <bdi {...writtenLike(correction.reason, [locale, 'en', 'ar'])}>{correction.reason}</bdi>,
          },
        ]),
  ];
}
