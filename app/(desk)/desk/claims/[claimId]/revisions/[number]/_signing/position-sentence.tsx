import { useTranslations } from 'next-intl';
import { joinNames } from '@/components/ui/join-names';
import type { Decision } from '@/domain/charter/facts';
import type { Follows } from './signing-state';

export type PositionFacts = {
  party: string;
  number: number;
  charterNumber: number;
  /** The parties that have approved already. */
  approved: string[];
  /** What each position would bring about at once, and for how long. */
  follows: Partial<Record<Decision, Follows>>;
  hours: { coolingOff: number; mediation: number; objection: number };
};

/** The sentence that is signed and, of a signature that brings something about, what that is. */
export function PositionSentence({ decision, facts }: { decision: Decision; facts: PositionFacts }) {
  const t = useTranslations('desk.position');
  const { party, number, charterNumber } = facts;
  return (
    <p className="stmt">
      {t.rich(`sentence.${decision}`, { party, number, charter: charterNumber, b: (words) => <b>{words}</b> })}{' '}
      <WhatFollows decision={decision} facts={facts} />
    </p>
  );
}

function WhatFollows({ decision, facts: { approved, follows, hours } }: { decision: Decision; facts: PositionFacts }) {
  const t = useTranslations('desk.position');
  const life = useTranslations('life.follows');
  switch (follows[decision]) {
    case undefined:
      return null;
    case 'publishes':
      return <b>{t('publishes', { count: approved.length, parties: joinNames(approved, t('and')) })}</b>;
    case 'cools':
      return <b>{life('cools', { hours: hours.coolingOff })}</b>;
    case 'returns':
      return <b>{life('returns')}</b>;
    case 'mediates':
      return <b>{life('mediates', { hours: hours.mediation })}</b>;
    case 'holds':
      return <b>{life('holds', { hours: hours.objection })}</b>;
  }
}

/** The verb on the button, here and in the dialog that asks for the password. */
export function usePositionVerb(): (decision: Decision, facts: PositionFacts) => string {
  const t = useTranslations('desk.position.button');
  return (decision, { follows }) => t(follows[decision] === 'publishes' ? 'publish' : decision);
}
