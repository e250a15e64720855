import type { DiffPart } from '@/components/record/diff';
import { compareTexts } from '@/platform/compare-words';
import type { SignedLine, SignedValue } from './signed-lines';

export type ComparedLine = {
  key: string;
  label: string;
  isChanged: boolean;
  values: { look: SignedValue['look']; parts: DiffPart[] }[];
};

/** Lines as they are, when there is nothing to compare with. */
export function plainLines(lines: readonly SignedLine[]): ComparedLine[] {
  return lines.map(({ key, label, values }) => ({
    key,
    label,
    isChanged: false,
    values: values.map(({ text, look }) => ({ look, parts: [{ kind: 'same', text }] })),
  }));
}

/** Each line beside the one with its key; those that are gone come last. */
export function compareSignedLines(before: readonly SignedLine[], after: readonly SignedLine[]): ComparedLine[] {
  const old = new Map(before.map((line) => [line.key, line]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.map((line) => compareLine(old.get(line.key), line)),
    ...before.filter(({ key }) => !kept.has(key)).map((line) => compareLine(line, undefined)),
  ];
}

function compareLine(before: SignedLine | undefined, after: SignedLine | undefined): ComparedLine {
  const { key, label, values } = after ?? before ?? { key: '', label: '', values: [] };
  const compared = values.map(({ look }, index) => ({
    look,
    parts: compareValue(look, before?.values[index]?.text ?? '', after?.values[index]?.text ?? ''),
  }));
  return {
    key,
    label,
    // A line may come or go with a value that is empty.
    isChanged:
      before === undefined || after === undefined || compared.some(({ parts }) => parts.some(({ kind }) => kind !== 'same')),
    values: compared,
  };
}

/** A digest, a day or a grade is another one as a whole; only words are compared word by word. */
function compareValue(look: SignedValue['look'], before: string, after: string): DiffPart[] {
  if (look === 'words') return compareTexts(before, after);
  if (before === after) return [{ kind: 'same', text: after }];
  const parts: DiffPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}
