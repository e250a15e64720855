/** What to type and what it prints. A long line goes on below, set in, so that none is cut; copied, it is one line. */
export function Command({ label, lines }: { label: string; lines: string[] }) {
  return (
    <section className="cmd" dir="ltr" aria-label={label}>
      {lines.map((line) => (
        <code key={line}>{line}</code>
      ))}
    </section>
  );
}
