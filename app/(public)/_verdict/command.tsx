/** What to type and what it prints. It scrolls in its own box, so a keyboard must reach it. */
export function Command({ label, lines }: { label: string; lines: string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways is reached by keyboard only when it takes focus.
    <pre className="cmd" dir="ltr" tabIndex={0} role="region" aria-label={label}>
      {lines.join('\n')}
    </pre>
  );
}
