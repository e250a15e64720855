'use client';

import { useTranslations } from 'next-intl';
import { Choice, Fieldset } from '@/components/ui/choice';
import { type ProofKind, proofs } from '@/domain/charter/parameters';

/** The weakest way of confirming a sign-off that a charter takes, each with what it means to a reader. */
export function WeakestProof({
  value,
  onChange,
  error,
}: {
  value: ProofKind;
  onChange: (value: ProofKind) => void;
  error: string | undefined;
}) {
  const t = useTranslations('passkey.charter');
  return (
    <Fieldset id="weakestProof" legend={t('legend')} hint={t('hint')} error={error}>
      {proofs.map((proof) => (
        <Choice
          key={proof}
          name="weakestProof"
          value={proof}
          label={t(`choice.${proof}`)}
          checked={value === proof}
          onChange={() => onChange(proof)}
        />
      ))}
    </Fieldset>
  );
}
