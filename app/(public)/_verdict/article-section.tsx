import type { ReactNode } from 'react';

/** A numbered article of a verdict. Its number is its address, `#3`, so that people can cite it. */
export function ArticleSection({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const id = String(number);
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <span>{number}</span>
        <a href={`#${id}`}>{title}</a>
      </h2>
      {children}
    </section>
  );
}
