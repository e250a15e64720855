import { useTranslations } from 'next-intl';
import type { AttestationMoment, Procedure } from '@/domain/record/attestation-kinds';

export type AttestationFacts = { party: string; number: number; charterNumber: number };

/** The sentence that is attested. */
export function AttestationSentence({
  procedure,
  moment,
  facts: { party, number, charterNumber },
}: {
  procedure: Procedure;
  moment: AttestationMoment;
  facts: AttestationFacts;
}) {
  const t = useTranslations('attestation.sentence');
  const when = moment === 'after-publication' ? 'after' : 'before';
  return (
    <p className="stmt">
      {t.rich(procedure, { party, number, charter: charterNumber, moment: when, b: (words) => <b>{words}</b> })}
    </p>
  );
}
