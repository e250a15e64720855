import type * as Y from 'yjs';
import type { Db } from '@/db/client';
import { type FieldName, fieldNames, fieldsMap } from '@/domain/record/shape';
import { type ComparedPart, compareLines, fullEffort } from '@/platform/compare-words';
import type { Author, ChangedPart, FieldValue, RecordChanges } from '@/platform/ports';
import { recordTexts } from './draft-of';
import type { Ledger, Stretch } from './ledger';
import { loadDocument, loadLedger } from './load-document';
import { numberOfRecord } from './projection-at';
import { linesOf, type TextRun, textOfRuns } from './text-lines';

type Label = (sourceId: string) => string;

/** What changed in a record between two numbers, word by word, and by whom (PROTOCOL P47). */
export async function changesBetween(
  db: Db,
  document: string,
  { from, to }: { from: number; to: number },
  label: Label,
): Promise<RecordChanges | undefined> {
  const numbers = [await numberOfRecord(db, document, from), await numberOfRecord(db, document, to)];
  if (numbers.includes(undefined) || from > to) return undefined;
  const { doc: before } = await loadDocument(db, document, from);
  const { doc: after } = await loadDocument(db, document, to);
  const ledger = await loadLedger(db, document, to);
  try {
    return { from, to, texts: changedTexts(before, after, ledger, label), fields: changedFields(before, after, ledger) };
  } finally {
    before.destroy();
    after.destroy();
  }
}

function changedTexts(before: Y.Doc, after: Y.Doc, ledger: Ledger, label: Label): RecordChanges['texts'] {
  // One for all of them: a member may write in as many texts and languages as a document holds.
  const effort = fullEffort();
  const texts = new Map([...recordTexts(before), ...recordTexts(after)].map((text) => [text.name, text]));
  return [...texts.values()].flatMap(({ name, language, text }) => {
    const old = linesOf(before.getXmlFragment(name), label);
    const now = linesOf(after.getXmlFragment(name), label);
    const parts = compareLines(old.map(textOfRuns), now.map(textOfRuns), effort);
    if (parts.every((line) => line.every(({ kind }) => kind === 'same'))) return [];
    return [{ language, text, lines: withAuthors(parts, { old, now }, ledger) }];
  });
}

/** Every part of a comparison stands in the old text, in the new one or in both: their letters are taken off in step. */
function withAuthors(
  lines: ComparedPart[][],
  { old, now }: { old: TextRun[][]; now: TextRun[][] },
  ledger: Ledger,
): ChangedPart[][] {
  const [removed, added] = [new Letters(old.flat()), new Letters(now.flat())];
  return lines.map((line) =>
    line.flatMap(({ kind, text }): ChangedPart[] => {
      const gone = kind === 'added' ? [] : removed.take(text.length);
      const come = kind === 'removed' ? [] : added.take(text.length);
      if (kind === 'same') return [{ kind, text }];
      const pieces =
        kind === 'removed'
          ? gone.flatMap((run) => named(run, (...clocks) => ledger.deletersOf(...clocks)))
          : come.flatMap((run) => named(run, (...clocks) => ledger.writersOf(...clocks)));
      return joined(pieces).map(({ text: words, by }) => (by === undefined ? { kind, text: words } : { kind, text: words, by }));
    }),
  );
}

type Piece = { text: string; by: Author | undefined };

/** Read from the front. A place in the list, and no list of what is left: making that anew at each part costs the square of a long text. */
class Letters {
  readonly #runs: readonly TextRun[];
  #at = 0;
  /** What is left of the run at that place, where some of it is taken. */
  #rest: TextRun | undefined;

  constructor(runs: readonly TextRun[]) {
    this.#runs = runs;
  }

  /** The next so many UTF-16 units. */
  take(length: number): TextRun[] {
    const taken: TextRun[] = [];
    let left = length;
    for (let run = this.#next(); run !== undefined && left >= run.text.length; run = this.#next()) {
      taken.push(run);
      left -= run.text.length;
      this.#at += 1;
      this.#rest = undefined;
    }
    const partly = this.#next();
    if (partly === undefined || left === 0) return taken;
    this.#rest = behind(partly, left);
    return [...taken, { ...partly, text: partly.text.slice(0, left) }];
  }

  #next(): TextRun | undefined {
    return this.#rest ?? this.#runs[this.#at];
  }
}

function behind(run: TextRun, units: number): TextRun {
  return { ...run, text: run.text.slice(units), clock: run.isAtom ? run.clock : run.clock + units };
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

function changedFields(before: Y.Doc, after: Y.Doc, ledger: Ledger): RecordChanges['fields'] {
  return fieldNames.flatMap((field) => {
    const [old, now] = [fieldOf(before, field), fieldOf(after, field)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const by = authorOfField(after, field, ledger);
    return [{ field, before: old, after: now, ...(by === undefined ? {} : { by }) }];
  });
}

function fieldOf(doc: Y.Doc, field: FieldName): FieldValue {
  const value: unknown = doc.getMap(fieldsMap).get(field);
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String);
  return value === undefined || value === null || value === '' ? null : String(value);
}

/** Who set the value that stands, or removed the last one. */
function authorOfField(doc: Y.Doc, field: FieldName, ledger: Ledger): Author | undefined {
  const item = doc.getMap(fieldsMap)._map.get(field);
  if (item === undefined) return undefined;
  const { client, clock } = item.lastId;
  const whose = item.deleted ? ledger.deletersOf(client, clock, clock + 1) : ledger.writersOf(client, clock, clock + 1);
  return whose[0]?.author;
}
