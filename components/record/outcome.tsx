import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { OutcomeName } from './vocabulary';

/** Ring and check, ring with a moved arc, two halves, dashed ring and bar: told apart without colour. */
const glyphs: Record<OutcomeName, ReactNode> = {
  joint: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.3 2.8 2.8L16 9.6" />
    </>
  ),
  'with-dissent': (
    <>
      <path d="M20.9 13.2A9 9 0 1 1 10.8 3.1" />
      <path d="M14.6 1.3a9.3 9.3 0 0 1 8.1 8.1" strokeWidth="2.6" />
      <path d="m8 12.5 2.6 2.6 4.6-5" />
    </>
  ),
  split: <path d="M10 3.2a9 9 0 0 0 0 17.6zM14 3.2a9 9 0 0 1 0 17.6z" />,
  'no-joint-finding': (
    <>
      <circle cx="12" cy="12" r="9" strokeDasharray="3.6 3.5" />
      <path d="M8 12h8" />
    </>
  ),
};

/** An outcome: its glyph and always its word. */
export function Outcome({ outcome }: { outcome: OutcomeName }) {
  const t = useTranslations('outcome');
  return (
    <span className={`oc ${outcome}`}>
      <OutcomeGlyph outcome={outcome} />
      {t(outcome)}
    </span>
  );
}

/** The glyph alone, for a place that says the word itself. */
export function OutcomeGlyph({ outcome }: { outcome: OutcomeName }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`og ${outcome}`}>
      {glyphs[outcome]}
    </svg>
  );
}
