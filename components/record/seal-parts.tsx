import type { ReactNode } from 'react';
import type { PartyShape } from './party-look';
import type { Point } from './seal-geometry';

/** The fill of a party's arc: the same pattern as the band above its signature. */
const patterns: Record<PartyShape, { size: number; turn?: number; ink: ReactNode }> = {
  circle: { size: 4.5, turn: 45, ink: <path d="M0 0V4.5" strokeWidth="3" /> },
  square: { size: 4, ink: <path d="M0 1H4" strokeWidth="2.6" /> },
  diamond: { size: 3.6, ink: <circle cx="1.8" cy="1.8" r="1.15" className="dot" /> },
  hexagon: { size: 4, ink: <path d="M1 0V4" strokeWidth="2.2" /> },
};

export function SealPattern({ id, shape }: { id: string; shape: PartyShape }) {
  const { size, turn, ink } = patterns[shape];
  return (
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={turn === undefined ? undefined : `rotate(${turn})`}
      className="ink"
    >
      {ink}
    </pattern>
  );
}

const marks: Record<PartyShape, ReactNode> = {
  circle: <circle r="9.5" />,
  square: <rect x="-8.5" y="-8.5" width="17" height="17" rx="1.5" />,
  diamond: <path d="M0-12.5 12.5 0 0 12.5-12.5 0z" />,
  hexagon: <path d="M-5.5-9.5H5.5L11 0 5.5 9.5H-5.5L-11 0z" />,
};

/** A party's shape and letter on its arc. */
export function SealMark({ shape, at, letter, hollow }: { shape: PartyShape; at: Point; letter: string; hollow: boolean }) {
  return (
    <g className={hollow ? 'mark hollow' : 'mark'} transform={`translate(${at.x} ${at.y})`}>
      {marks[shape]}
      <text y="0.5">{letter}</text>
    </g>
  );
}
