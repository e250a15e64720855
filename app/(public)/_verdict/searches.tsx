import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { Name } from '@/components/ui/name';
import { writtenLike } from '../_page/text-direction';
import { partyOf, type Reading } from './reading';

/** "Searched, none found", party by party and in each party's words (C10). */
export function Searches({ stance, reading }: { stance: 'supports' | 'undermines'; reading: Reading }) {
  const t = useTranslations('public');
  const searches = reading.verdict.record.searches.filter((search) => search.stance === stance);
  if (searches.length === 0) return null;
  return (
    <article className="src">
      <span className="n" aria-hidden="true">
        –
      </span>
      <h4>{t('verdict.searched')}</h4>
      {searches.map(({ party: id, note }) => {
        const party = partyOf(reading, id);
        return (
          <p key={id} className="says">
            <PartyMark position={party.position} letter={party.letter} size="sm" />{' '}
            <b>
              <Name>{party.name}</Name>
            </b>
            {': '}
            <span className="said" {...writtenLike(note, [reading.verdict.record.language, reading.locale])}>
              {note}
            </span>
          </p>
        );
      })}
    </article>
  );
}
