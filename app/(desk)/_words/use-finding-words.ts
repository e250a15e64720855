import { useTranslations } from 'next-intl';
import type { ClauseFinding } from '@/domain/charter/finding';

/** What is the case, and for an unmet clause what to do. Works in server and client components alike. */
export function useFindingWords(): (finding: Pick<ClauseFinding, 'code' | 'facts' | 'met'>) => {
  title: string;
  todo: string | undefined;
} {
  const t = useTranslations('charter');
  return ({ code, facts, met }) => ({ title: t(`finding.${code}`, facts), todo: met ? undefined : t(`todo.${code}`, facts) });
}
