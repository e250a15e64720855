import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RatingScale } from '@/components/record/rating-scale';
import type { ParameterValue } from '@/domain/charter/compare-charters';
import type { CharterParameters } from '@/domain/charter/parameters';

/** What one parameter asks for, as a sentence that anybody reads. */
export function ParameterSentence({ name, value }: { name: keyof CharterParameters; value: ParameterValue }): ReactNode {
  const t = useTranslations('public.parameter');
  if (typeof value === 'number') return t(name, { value });
  if (typeof value === 'string') return t('weakestProof', { value });
  if (typeof value === 'boolean') return t(name, { value: value ? 'yes' : 'no' });
  return (
    <>
      {t('ratings')} <RatingScale ratings={value} />
    </>
  );
}
