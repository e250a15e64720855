import type * as Y from 'yjs';
import { lengthOf, type RecordDraft } from '@/domain/record/draft';
import { plainText } from '@/domain/record/plain-text';
import { notesRoot } from './content-rules';
import { linesOf, textOfRuns } from './text-lines';

export type Size = { seq: number; characters: number };

/** Below this a record is hardly begun, and half of it is a sentence. */
const leastCharacters = 200;

/** Sees a record, or a party's notes, shrink. However slowly half of its text goes, the last moment before is told, once (PROTOCOL P45). */
export class LossWatch {
  #largest: Size;

  constructor(now: Size) {
    this.#largest = now;
  }

  /** The number before the loss, when there is one. */
  see(now: Size): number | undefined {
    const { seq, characters } = this.#largest;
    const isLost = characters >= leastCharacters && now.characters * 2 < characters;
    if (isLost || now.characters >= characters) this.#largest = now;
    return isLost ? seq : undefined;
  }
}

/** The characters of all texts of a record. */
export function charactersOf({ texts }: RecordDraft): number {
  return Object.values(texts)
    .flatMap(({ analysis, ...paragraphs }) => [...Object.values(paragraphs), plainText(analysis)])
    .reduce((sum, text) => sum + lengthOf(text), 0);
}

/** The characters of private notes. They are counted here and told to nobody. */
export function charactersOfNotes(doc: Y.Doc): number {
  return linesOf(doc.getXmlFragment(notesRoot), () => '').reduce((sum, { runs }) => sum + lengthOf(textOfRuns(runs)), 0);
}
