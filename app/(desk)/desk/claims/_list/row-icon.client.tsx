'use client';

import { Check, CircleDashed, CircleMinus, Clock, Signpost } from 'lucide-react';

const drawings = { check: Check, left: CircleDashed, minus: CircleMinus, clock: Clock, dissent: Signpost } as const;
export type RowIconName = keyof typeof drawings;

/** Each drawing once: a page of rows would otherwise repeat a few of them some hundred times. */
export function RowIcons() {
  return (
    <svg className="sprite" aria-hidden="true">
      {Object.entries(drawings).map(([name, Drawing]) => (
        <symbol key={name} id={`row-${name}`} viewBox="0 0 24 24">
          <Drawing strokeWidth={1.75} />
        </symbol>
      ))}
    </svg>
  );
}

export function RowIcon({ name, tone = '' }: { name: RowIconName; tone?: 'ok' | 'wait' | '' }) {
  return (
    <svg className={`i ${tone}`.trimEnd()} aria-hidden="true">
      <use href={`#row-${name}`} />
    </svg>
  );
}
