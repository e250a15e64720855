import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { localeFacts } from '@/messages/locales';
import { OutcomeGlyph } from './outcome';
import { partyLook } from './party-look';
import { seal as frame, sealArcs } from './seal-geometry';
import { SealMark, SealPattern } from './seal-parts';
import { describeSeal, type SealParty } from './seal-words';
import type { OutcomeName } from './vocabulary';

const smallestDrawn = 40;

const centres: Record<OutcomeName, ReactNode> = {
  joint: <path d="m46 61 10 10 19-21" />,
  'with-dissent': <path d="m46 61 10 10 19-21" />,
  split: <path d="M57 42a20 20 0 0 0 0 36zM63 42a20 20 0 0 1 0 36z" />,
  'no-joint-finding': <path d="M46 60h28" />,
};

type SealProps = {
  /** Unique in the page: the patterns are addressed by it. */
  id: string;
  parties: SealParty[];
  /** Absent while the revision is still being signed. */
  outcome?: OutcomeName;
  /** Pixels. Without it the seal fills its container; below 40 only the outcome's glyph is drawn. */
  size?: number;
};

/** The sign-offs, drawn: who agrees is filled, who dissents is hollow and moved out, who is silent is dashed. Never rotated, mirrored or animated. */
export function Seal({ id, parties, outcome, size }: SealProps) {
  const t = useTranslations('outcome');
  const label = describeSeal({ parties, outcome, t, tag: localeFacts(useLocale()).tag });
  if (size !== undefined && size < smallestDrawn && outcome !== undefined) {
    return (
      <span role="img" aria-label={label} className={`oc ${outcome}`}>
        <OutcomeGlyph outcome={outcome} />
      </span>
    );
  }
  const arcs = sealArcs(
    parties.map(({ decision }) => decision),
    outcome,
  );
  return (
    <svg
      className={`seal ${outcome ?? 'pending'}`}
      viewBox={frame.frame}
      role="img"
      aria-label={label}
      style={size === undefined ? undefined : { inlineSize: size }}
    >
      {parties.map((party, index) => {
        const arc = arcs[index];
        const { className, shape } = partyLook(party.position);
        if (arc === undefined) return null;
        const pattern = `${id}-${party.position}`;
        return (
          <g key={party.position} className={className} transform={`translate(${arc.move.x} ${arc.move.y})`}>
            <SealPattern id={pattern} shape={shape} />
            <path className={arc.stroke} d={arc.path} fill={arc.stroke === 'filled' ? `url(#${pattern})` : 'none'} />
            <SealMark shape={shape} at={arc.mark} letter={party.letter} hollow={arc.stroke === 'dashed'} />
          </g>
        );
      })}
      {outcome !== undefined && <g className="glyph">{centres[outcome]}</g>}
    </svg>
  );
}
