import { useTranslations } from 'next-intl';
import type { ClauseFinding } from '@/domain/charter/finding';

/** What a clause says, in one line. */
export function FindingTitle({ finding }: { finding: Pick<ClauseFinding, 'code' | 'facts'> }) {
  const t = useTranslations('charter.finding');
  return <>{t(finding.code, finding.facts)}</>;
}
