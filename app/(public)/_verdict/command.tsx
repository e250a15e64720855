import { createElement } from 'react';

/** What to type. A long line goes on below, set in, so that none is cut; copied, it is one line. The label says what is checked, on paper too. */
export function Command({ label, lines }: { label: string; lines: string[] }) {
  return (
    <section className="cmd" aria-label={label}>
      <p className="of">{label}</p>
      {lines.map((line) => (
        <CommandLine key={line} line={line} />
      ))}
    </section>
  );
}

/** One line to type. It never breaks behind a hyphen, which would be read as put in by the break: such a word goes to the next line whole, if it fits there. */
export function CommandLine({ line, prompt = false }: { line: string; prompt?: boolean }) {
  const pieces = line.split(/([^\s/]*-[^\s/]*\/?)/);
  const shown = pieces.map((piece, index) => (index % 2 === 0 ? piece : createElement('span', null, piece)));
  return createElement('code', { dir: 'ltr', ...(prompt && { className: 'prompt' }) }, ...shown);
}
