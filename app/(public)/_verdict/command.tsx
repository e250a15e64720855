/** What to type and what it prints. It scrolls in its own box, so a keyboard must reach it. */
export function Command({ label, lines }: { label: string; lines: string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways is reached by keyboard only when it takes focus.
    <section className="cmd" dir="ltr" tabIndex={0} aria-label={label}>
      <code>{lines.join('\n')}</code>
    </section>
  );
}
