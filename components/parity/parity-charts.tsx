import { useTranslations } from 'next-intl';
import { partyLook } from '@/components/record/party-look';
import { PartyMark } from '@/components/record/party-mark';
import type { PartyRef } from '@/components/record/vocabulary';
import { Name } from '@/components/ui/name';
import { outcomes } from '@/domain/claim/outcomes';
import { type PartyFigures, positionKinds } from '@/domain/claim/parity';
import { Bars } from './bars';
import { StackedBars } from './stacked-bars';
import { useFigureWords } from './use-figure-words';

export type PartyParity = { party: PartyRef; figures: PartyFigures };

/** Three charts that answer three questions, each with its sentence above it. */
export function ParityCharts({ parties, heading: Heading }: { parties: PartyParity[]; heading: 'h2' | 'h3' }) {
  const t = useTranslations('parity');
  const words = useFigureWords();
  const said = ({ label, count }: { label: string; count: number }) => t('segment', { label, count });
  const became = [...outcomes.map((key) => ({ key, label: words.label(key) })), { key: 'open', label: t('stillOpen') }];
  const positions = positionKinds.map((key) => ({ key, label: words.label(key) }));
  return (
    <div className="charts">
      <section>
        <Heading>{t('positions')}</Heading>
        <p>{t('positionsWhat')}</p>
        <StackedBars
          legend={positions}
          said={said}
          rows={parties.map(({ party, figures }) => ({
            key: figures.party.id,
            label: <PartyName party={party} />,
            parts: positions.map((kind, index) => ({ ...kind, count: figures.positions[positionKinds[index] ?? 'silent'] })),
          }))}
        />
      </section>
      <section>
        <Heading>{t('waits')}</Heading>
        <p>{t('waitsWhat')}</p>
        <Bars
          bars={parties.map(({ party, figures }) => ({
            key: figures.party.id,
            label: <PartyName party={party} />,
            value: figures.medianWaitMs ?? 0,
            text: words.time(figures.medianWaitMs),
            className: partyLook(party.position).className,
          }))}
        />
      </section>
      <section>
        <Heading>{t('outcomes')}</Heading>
        <p>{t('outcomesWhat')}</p>
        <StackedBars
          legend={became}
          said={said}
          rows={parties.map(({ party, figures }) => ({
            key: figures.party.id,
            label: <PartyName party={party} />,
            parts: [
              ...outcomes.map((key) => ({ key, label: words.label(key), count: figures.outcomes[key] })),
              { key: 'open', label: t('stillOpen'), count: figures.opened - figures.published },
            ],
          }))}
        />
      </section>
    </div>
  );
}

export function PartyName({ party: { position, letter, name } }: { party: PartyRef }) {
  return (
    <>
      <PartyMark position={position} letter={letter} size="sm" /> <Name>{name}</Name>
    </>
  );
}
