import type { ReactNode } from 'react';
import type { Charter } from '@/domain/charter/charter-text';
import { localeFacts } from '@/messages/locales';

type Clause = Charter['clauses'][number];

/** A charter's own words in its own language: the preamble and each clause, with what a page says of a clause above and below its words. */
export function CharterText({
  charter,
  heading: Heading,
  above,
  below,
}: {
  charter: Charter;
  heading: 'h2' | 'h3';
  above?: (clause: Clause['id']) => ReactNode;
  below?: (clause: Clause['id']) => ReactNode;
}) {
  const written = { lang: charter.language, dir: localeFacts(charter.language).dir };
  return (
    <>
      <div {...written}>
        <Heading>{charter.title}</Heading>
        {charter.preamble.split('\n\n').map((paragraph) => (
          <p key={paragraph} className="prose">
            {paragraph}
          </p>
        ))}
      </div>
      <ol className="clauses">
        {charter.clauses.map(({ id, title, text }) => (
          <li key={id} id={id} className="box">
            <h3 {...written}>
              <span className="hash">{id}</span> <b>{title}</b>
            </h3>
            {above?.(id)}
            <p className="read" {...written}>
              {text}
            </p>
            {below?.(id)}
          </li>
        ))}
      </ol>
    </>
  );
}
