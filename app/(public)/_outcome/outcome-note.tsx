import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Outcome } from '@/domain/claim/outcomes';
import { inLanguage } from '../_page/addresses';
import type { Reading } from '../_verdict/reading';

/** The clause that makes each outcome what it is. */
const clauses = { joint: 'C21', 'with-dissent': 'C28', split: 'C27', 'no-joint-finding': 'C27' } as const satisfies Record<
  Outcome,
  string
>;

/** What the outcome means, in a sentence, and where the charter says so (SPEC O1). */
export function OutcomeNote({ reading: { verdict, locale } }: { reading: Reading }) {
  const t = useTranslations('position');
  const id = clauses[verdict.outcome];
  return (
    <p className="means">
      {t(`meaning.${verdict.outcome}`)}{' '}
      <Link href={inLanguage(`/charter/${verdict.charter.number}#${id}`, locale)}>{t('clause', { id })}</Link>
    </p>
  );
}
