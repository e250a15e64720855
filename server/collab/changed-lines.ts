import * as Y from 'yjs';
import { compareLines, type Effort } from '@/platform/compare-words';
import type { Author, ChangedLine, ChangedPart } from '@/platform/ports';
import { compareMarks } from './compare-marks';
import type { Ledger, Stretch } from './ledger';
import { Letters } from './letters';
import { isSameForm } from './line-form';
import { type TextLine, type TextRun, textOfRuns } from './text-lines';

/** How the lines of a text became those of a later one, and by whom. Undefined: nobody sees a difference. */
export function changedLines(
  old: readonly TextLine[],
  now: readonly TextLine[],
  { before, ledger, effort }: { before: Y.Doc; ledger: Ledger; effort?: Effort },
): ChangedLine[] | undefined {
  const compared = compareLines(
    old.map(({ runs }) => textOfRuns(runs)),
    now.map(({ runs }) => textOfRuns(runs)),
    effort,
  );
  const [removed, added] = [new Letters(old.flatMap(({ runs }) => runs)), new Letters(now.flatMap(({ runs }) => runs))];
  const lines = compared.map((line): ChangedLine => {
    // Every part stands in the old text, in the new one or in both: their letters are taken off in step.
    const parts = line.parts.flatMap(({ kind, text }): ChangedPart[] => {
      const gone = kind === 'added' ? [] : removed.take(text.length);
      const come = kind === 'removed' ? [] : added.take(text.length);
      if (kind === 'same') return compareMarks(gone, come, ledger);
      return kind === 'removed' ? signed(kind, gone, ledger) : signed(kind, come, ledger);
    });
    const form = formChange(at(old, line.before), at(now, line.after), { before, ledger });
    return form === undefined ? { parts } : { parts, form };
  });
  return lines.some(isChanged) ? lines : undefined;
}

function isChanged({ parts, form }: ChangedLine): boolean {
  return form !== undefined || parts.some(({ kind, marks }) => kind !== 'same' || marks !== undefined);
}

function at(lines: readonly TextLine[], index: number | undefined): TextLine | undefined {
  return index === undefined ? undefined : lines[index];
}

function formChange(
  was: TextLine | undefined,
  is: TextLine | undefined,
  { before, ledger }: { before: Y.Doc; ledger: Ledger },
): ChangedLine['form'] {
  if (was === undefined || is === undefined || isSameForm(was.form, is.form)) return undefined;
  const made = is.made.find(({ client, clock }) => clock >= Y.getState(before.store, client));
  const by = made && ledger.writersOf(made.client, made.clock, made.clock + 1)[0]?.author;
  return { before: was.form, after: is.form, ...(by === undefined ? {} : { by }) };
}

type Piece = { text: string; by: Author | undefined };

/** Words that came or went, with whose they were. */
function signed(kind: 'added' | 'removed', runs: readonly TextRun[], ledger: Ledger): ChangedPart[] {
  const whose = (...clocks: [number, number, number]) =>
    kind === 'removed' ? ledger.deletersOf(...clocks) : ledger.writersOf(...clocks);
  return joined(runs.flatMap((run) => named(run, whose))).map(({ text, by }) =>
    by === undefined ? { kind, text } : { kind, text, by },
  );
}

function named(
  { client, clock, text, isAtom }: TextRun,
  whose: (client: number, from: number, to: number) => Stretch<Author | undefined>[],
): Piece[] {
  const stretches = whose(client, clock, clock + (isAtom ? 1 : text.length));
  if (isAtom) return [{ text, by: stretches[0]?.author }];
  return stretches.map(({ from, to, author }) => ({ text: text.slice(from - clock, to - clock), by: author }));
}

/** Neighbours of one author are one. A space that only the comparison took for another one goes with the words beside it. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const isSame = last?.by?.personId === piece.by?.personId && last?.by?.partyId === piece.by?.partyId;
    if (last === undefined || !(isSame || isSpace(piece) || isSpace(last))) result.push(piece);
    else result[result.length - 1] = { text: last.text + piece.text, by: last.by ?? piece.by };
  }
  return result;
}

function isSpace({ text, by }: Piece): boolean {
  return by === undefined && text.trim() === '';
}
