import { useTranslations } from 'next-intl';
import { Outcome } from '@/components/record/outcome';
import { RatingWord } from '@/components/record/rating-word';
import { Unbroken } from '@/components/record/unbroken';
import type { Reading } from '../_verdict/reading';
import { OutcomeNote } from './outcome-note';

/** The answer: what the parties adopted, with its rating; or that they adopted nothing, and then neither rating nor finding (SPEC O2, O3). */
export function VerdictSays({ reading }: { reading: Reading }) {
  const { verdict } = reading;
  return (
    <div className="says">
      <div className="hd">
        <Outcome outcome={verdict.outcome} />
        <p className="rating">
          <Headline reading={reading} />
        </p>
      </div>
      {(verdict.outcome === 'joint' || verdict.outcome === 'with-dissent') && <Finding reading={reading} />}
      <OutcomeNote reading={reading} />
    </div>
  );
}

function Headline({ reading: { verdict } }: { reading: Reading }) {
  const t = useTranslations('position');
  switch (verdict.outcome) {
    case 'joint':
    case 'with-dissent':
      return <RatingWord rating={verdict.record.fields.rating ?? ''} />;
    case 'split':
    case 'no-joint-finding':
      return t(`title.${verdict.outcome}`);
  }
}

function Finding({ reading: { texts, written } }: { reading: Reading }) {
  return (
    <p className="one" {...written}>
      <Unbroken text={texts.finding} />
    </p>
  );
}
