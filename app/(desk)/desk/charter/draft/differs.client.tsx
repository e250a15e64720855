'use client';

import { useTranslations } from 'next-intl';
import type { Charter } from '@/domain/charter/charter-text';
import { compareCharters } from '@/domain/charter/compare-charters';

/** How far the draft is from the version in force, as it is at this moment, with the way to what differs. */
export function Differs({ before, after }: { before: Charter; after: Charter }) {
  const t = useTranslations('charterDraft');
  const { clauses, parties, language } = compareCharters(before, after);
  const count = language === undefined ? clauses.length + parties.length : Math.max(1, parties.length);
  return (
    <p role="status">
      {t(language === undefined ? 'differs' : 'otherLanguage', { count, number: before.number })}{' '}
      {count > 0 && <a href="#changes">{t('seeChanges')}</a>}
    </p>
  );
}
