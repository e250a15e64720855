import type { ReactNode } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

export type Part = { key: string; label: string; count: number };

/**
 * One bar for each party, divided by kind. A kind is told by its pattern and its place, never by colour alone; the legend shows the pattern beside the word,
 * and each part says its number.
 */
export function StackedBars({
  rows,
  legend,
  said,
}: {
  rows: { key: string; label: ReactNode; parts: Part[] }[];
  legend: { key: string; label: string }[];
  /** A part in words, for whoever does not see it. */
  said: (part: Part) => string;
}) {
  const longest = Math.max(1, ...rows.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0)));
  return (
    <>
      <ul className="legend" aria-hidden="true">
        {legend.map(({ key, label }) => (
          <li key={key}>
            <span className={`swatch part ${key}`} />
            {label}
          </li>
        ))}
      </ul>
      <ul className="bars">
        {rows.map(({ key, label, parts }) => (
          <li key={key}>
            <span className="what">{label}</span>
            <span className="track parts">
              {parts
                .filter(({ count }) => count > 0)
                .map((part) => (
                  <span key={part.key} className={`part ${part.key}`} style={{ inlineSize: `${(100 * part.count) / longest}%` }}>
                    <span className="num" aria-hidden="true">
                      {part.count}
                    </span>
                    <VisuallyHidden>{said(part)}</VisuallyHidden>
                  </span>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
