import { useTranslations } from 'next-intl';
import type { Decision } from '@/domain/charter/facts';

export type PositionFacts = {
  party: string;
  number: number;
  charterNumber: number;
  /** The parties that have approved already. */
  approved: string[];
  /** Whether an approval would be the last one that is missing. */
  publishes: boolean;
};

/** The sentence that is signed and, of the signature that publishes, what it does. */
export function PositionSentence({ decision, facts }: { decision: Decision; facts: PositionFacts }) {
  const t = useTranslations('desk.position');
  const { party, number, charterNumber, approved } = facts;
  return (
    <p className="stmt">
      {t.rich(`sentence.${decision}`, { party, number, charter: charterNumber, b: (words) => <b>{words}</b> })}{' '}
      {doesPublish(decision, facts) && <b>{t('publishes', { count: approved.length, parties: approved.join(t('and')) })}</b>}
    </p>
  );
}

/** The verb on the button, here and in the dialog that asks for the password. */
export function usePositionVerb(): (decision: Decision, facts: PositionFacts) => string {
  const t = useTranslations('desk.position.button');
  return (decision, facts) => t(doesPublish(decision, facts) ? 'publish' : decision);
}

function doesPublish(decision: Decision, { publishes }: PositionFacts): boolean {
  return publishes && (decision === 'approve' || decision === 'approve-with-statement');
}
