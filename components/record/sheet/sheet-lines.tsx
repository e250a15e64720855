import { Diff } from '@/components/record/diff';
import type { ComparedLine } from './compare-signed-lines';

/** Names in the reader's language, values in their own: the record's words keep its language and direction, codes run left to right. */
export function SheetLines({ lines, language }: { lines: ComparedLine[]; language: string }) {
  return (
    <dl className="signed-lines">
      {lines.map(({ key, label, isChanged, values }) => (
        <div key={key} className={isChanged ? 'chg' : undefined}>
          <dt>{label}</dt>
          {values.map(({ look, parts }, index) =>
            parts.length === 0 ? null : (
              <dd key={placeOf(index)}>
                <Value look={look} language={language}>
                  <Diff parts={parts} />
                </Value>
              </dd>
            ),
          )}
        </div>
      ))}
    </dl>
  );
}

function Value({
  look,
  language,
  children,
}: {
  look: ComparedLine['values'][number]['look'];
  language: string;
  children: React.ReactNode;
}) {
  if (look === 'interface') return children;
  if (look === 'words') return <bdi lang={language}>{children}</bdi>;
  return (
    <bdi dir="ltr" className="hash">
      {children}
    </bdi>
  );
}

/** The values of a line stand in a fixed order. */
function placeOf(index: number): string {
  return `v${index}`;
}
