import type { Author, ChangedLine, RecordChanges } from './ports';

/** Everybody who is named in a comparison. */
export function authorsOfChanges({ texts, fields }: Pick<RecordChanges, 'texts' | 'fields'>): Author[] {
  return [...texts.flatMap(({ lines }) => authorsOfLines(lines)), ...fields.flatMap(named)];
}

export function authorsOfLines(lines: readonly ChangedLine[]): Author[] {
  return lines.flatMap(({ parts, form }) => [
    ...parts.flatMap((part) => [...named(part), ...(part.marks ?? []).flatMap(named)]),
    ...(form === undefined ? [] : named(form)),
  ]);
}

function named({ by }: { by?: Author }): Author[] {
  return by === undefined ? [] : [by];
}
