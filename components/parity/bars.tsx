import type { ReactNode } from 'react';

export type Bar = { key: string; label: ReactNode; value: number; text: string; className: string };

/** One bar for each thing, the longest as wide as there is room. Each says its value in words, so a bar is never read by its length or colour alone. */
export function Bars({ bars }: { bars: Bar[] }) {
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className="bars">
      {bars.map(({ key, label, value, text, className }) => (
        <li key={key}>
          <span className="what">{label}</span>
          <span className="track" aria-hidden="true">
            <span className={`length ${className}`} style={{ inlineSize: `${(100 * value) / longest}%` }} />
          </span>
          <span className="said num">{text}</span>
        </li>
      ))}
    </ul>
  );
}
