import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { asQuoted, type Letter, longestQuotation, type Passage } from '@/domain/discussion/passage';
import { stretchesOf } from './who-wrote';

/** From before its first letter to behind its last, at ProseMirror's positions. */
export type Range = { from: number; to: number };
type Marks = Pick<Passage, 'first' | 'last' | 'quotation'>;
/** A text as the editor shows it and as it is shared. */
export type SharedText = { shown: Node; fragment: Y.XmlFragment };

/** What somebody selected, to be found again; undefined when it holds no letter, or while the two views of the text have not caught up with each other. */
export function passageIn({ shown, fragment }: SharedText, { from, to }: Range): Marks | undefined {
  const { stretches, size } = stretchesOf(fragment, isLeafOf(shown));
  if (size !== shown.content.size) return undefined;
  const touched = stretches.filter(({ at, words }) => at < to && at + words.length > from);
  const [begin, end] = [touched[0], touched.at(-1)];
  const quotation = beginningOf(asQuoted(shown.textBetween(from, to, ' ', leafWords)));
  if (begin === undefined || end === undefined || quotation === '') return undefined;
  return {
    first: { client: begin.client, clock: begin.clock + Math.max(from - begin.at, 0) },
    last: { client: end.client, clock: end.clock + Math.min(to - end.at, end.words.length) - 1 },
    quotation,
  };
}

/**
 * Finds where passages stand now (SPEC K4), of which each may be no longer in the text. What all of them need of it is read once: a text is drawn anew with every
 * letter that somebody else types.
 */
export function passageFinder({ shown, fragment }: SharedText): (passage: Marks) => Range | undefined {
  const { doc } = fragment;
  const { starts, size } = stretchesOf(fragment, isLeafOf(shown));
  const haveMet = size === shown.content.size;
  let letters: Letters | undefined;
  return (passage) => {
    const found = haveMet && doc !== null ? byLetters(doc, starts, passage) : undefined;
    if (found !== undefined) return found;
    letters ??= lettersOf(shown);
    return byWords(letters, passage.quotation);
  };
}

/** Between where its first letter is or was and where its last one is or was, if anything is left in there. */
function byLetters(doc: Y.Doc, starts: Starts, { first, last }: Marks): Range | undefined {
  const from = positionOf(doc, starts, first, 'before');
  const to = positionOf(doc, starts, last, 'behind');
  return from === undefined || to === undefined || from >= to ? undefined : { from, to };
}

type Starts = ReadonlyMap<Y.XmlText, number>;

function positionOf(doc: Y.Doc, starts: Starts, letter: Letter, side: 'before' | 'behind'): number | undefined {
  const relative = Y.createRelativePositionFromJSON({ item: letter, assoc: side === 'before' ? 0 : -1 });
  const found = Y.createAbsolutePositionFromRelativePosition(relative, doc);
  if (found === null || !(found.type instanceof Y.XmlText)) return undefined;
  const start = starts.get(found.type);
  return start === undefined ? undefined : start + found.index;
}

/**
 * Where these words stand, if they do so exactly once. A paragraph that is divided, moved or brought back by a restore has new letters that say the same; of
 * two places with the same words nobody could tell which was meant.
 */
function byWords({ words, positions }: Letters, quotation: string): Range | undefined {
  const start = words.indexOf(quotation);
  if (start < 0 || words.includes(quotation, start + 1)) return undefined;
  const [from, last] = [positions[start], positions[start + quotation.length - 1]];
  return from === undefined || last === undefined ? undefined : { from, to: last + 1 };
}

/** The text as quotations are compared, with the position of each of its letters. */
type Letters = { words: string; positions: number[] };

function lettersOf(shown: Node): Letters {
  let words = '';
  const positions: number[] = [];
  const add = (letter: string, at: number) => {
    const isWhite = /\s/u.test(letter);
    if (isWhite && (words === '' || words.endsWith(' '))) return;
    words += isWhite ? ' ' : letter;
    positions.push(at);
  };
  shown.descendants((node, at) => {
    if (node.isText) for (const [index, letter] of (node.text ?? '').split('').entries()) add(letter, at + index);
    else if (node.isBlock) add(' ', at);
    else for (const letter of leafWords(node)) add(letter, at);
    return true;
  });
  return { words, positions };
}

/** A line break reads as a space, and a citation as nothing: its label is drawn, not written. */
function leafWords(node: Node): string {
  return node.type.name === 'hardBreak' ? ' ' : '';
}

function isLeafOf(shown: Node): (name: string) => boolean {
  const { nodes } = shown.type.schema;
  return (name) => nodes[name]?.isLeaf ?? false;
}

function beginningOf(words: string): string {
  return [...words].slice(0, longestQuotation).join('').trim();
}
