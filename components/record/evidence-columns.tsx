import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SourceCard, type SourceFacts } from './source-card';
import type { StanceName } from './vocabulary';

export type EvidenceColumn = {
  stance: StanceName;
  sources: SourceFacts[];
  /** Stands after the sources: "searched, none found", party by party. */
  note?: ReactNode;
};

/** What undermines and what supports the claim, side by side and of one size; context stands below both. */
export function EvidenceColumns({ columns }: { columns: EvidenceColumn[] }) {
  const t = useTranslations('stance');
  const words = useTranslations('source');
  return (
    <div className="ev">
      {columns.map(({ stance, sources, note }) => (
        <div key={stance} className={stance}>
          <h3>
            {t(stance)}
            <span>{words('count', { count: sources.length })}</span>
          </h3>
          {sources.map((source) => (
            <SourceCard key={source.number} {...source} />
          ))}
          {note}
        </div>
      ))}
    </div>
  );
}
