import { useTranslations } from 'next-intl';
import { partyLook } from '@/components/record/party-look';
import { PartyMark } from '@/components/record/party-mark';
import type { PartyRef } from '@/components/record/vocabulary';
import { Name } from '@/components/ui/name';
import { fates, type PartyFigures, positionKinds } from '@/domain/claim/parity';
import { Bars } from './bars';
import { StackedBars } from './stacked-bars';
import { printedMs, useFigureWords } from './use-figure-words';

export type PartyParity = { party: PartyRef; figures: PartyFigures };

/** Three charts that answer three questions, each with its sentence above it. */
export function ParityCharts({ parties, heading: Heading }: { parties: PartyParity[]; heading: 'h2' | 'h3' }) {
  const t = useTranslations('parity');
  const words = useFigureWords();
  const said = ({ label, count }: { label: string; count: number }) => t('segment', { label, count });
  const became = fates.map((key) => ({ key, label: words.label(key) }));
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
            parts: positions.map((kind) => ({ ...kind, count: figures.positions[kind.key] })),
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
            value: printedMs(figures.medianWaitMs),
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
            parts: became.map((fate) => ({ ...fate, count: figures.fates[fate.key] })),
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
