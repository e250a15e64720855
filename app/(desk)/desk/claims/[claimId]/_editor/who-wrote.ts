import * as Y from 'yjs';
import { lengthOf } from '@/domain/record/draft';

/** Somebody who wrote, as the server knows them. */
export type Writer = { name: string; party: { name: string; letter: string; position: number } | null };

/** Letters that one editor typed one after the other, and where ProseMirror has them. */
export type Stretch = { at: number; client: number; clock: number; words: string };
export type WrittenBy = { at: number; words: string; writer: Writer };
export type WriterOf = (client: number, clock: number) => Writer | undefined;

/**
 * The letters of a text with the names that Yjs has for them, at ProseMirror's positions: a node takes a place before and one after what is in it, a leaf takes
 * one, and a letter one for each UTF-16 unit. `size` is what ProseMirror says of the same text; another one means that the two have not met yet. `starts` says where
 * the letters of each shared text begin.
 */
export function stretchesOf(
  fragment: Y.XmlFragment,
  isLeaf: (nodeName: string) => boolean,
): { stretches: Stretch[]; size: number; starts: Map<Y.XmlText, number> } {
  const stretches: Stretch[] = [];
  const starts = new Map<Y.XmlText, number>();
  const size = walk(fragment, 0, { isLeaf, stretches, starts });
  return { stretches, size, starts };
}

/** Each run of one person. Clocks of one client may belong to several people only where the server wrote. */
export function writtenBy(stretches: readonly Stretch[], writerOf: WriterOf): WrittenBy[] {
  const runs: WrittenBy[] = [];
  for (const { at, client, clock, words } of stretches)
    for (let index = 0; index < words.length; index += 1) {
      const writer = writerOf(client, clock + index);
      if (writer === undefined) continue;
      const last = runs.at(-1);
      const letter = words.charAt(index);
      if (last !== undefined && isSame(last.writer, writer) && last.at + last.words.length === at + index) last.words += letter;
      else runs.push({ at: at + index, words: letter, writer });
    }
  return runs;
}

/** A party and its part of all letters; without a party only what somebody wrote who has none any more. */
export type Share = { party: NonNullable<Writer['party']> | null; share: number };

/** Which part of the letters each party wrote, in the parties' order. Counted as the server counts: in code points. */
export function sharesOf(runs: readonly WrittenBy[]): Share[] {
  const counts = new Map<number | null, { party: Writer['party']; letters: number }>();
  let all = 0;
  for (const { words, writer } of runs) {
    const key = writer.party?.position ?? null;
    const count = counts.get(key) ?? { party: writer.party, letters: 0 };
    const letters = lengthOf(words);
    counts.set(key, { ...count, letters: count.letters + letters });
    all += letters;
  }
  return [...counts.values()]
    .map(({ party, letters }) => ({ party, share: letters / all }))
    .sort((a, b) => (a.party?.position ?? 99) - (b.party?.position ?? 99));
}

/** Known from the log and from presence, a person is two objects. */
function isSame(one: Writer, other: Writer): boolean {
  return one === other || (one.name === other.name && one.party?.position === other.party?.position);
}

type Walk = { isLeaf: (nodeName: string) => boolean; stretches: Stretch[]; starts: Map<Y.XmlText, number> };

/** Answers the position after everything in `parent`. */
function walk(parent: Y.XmlFragment | Y.XmlText, start: number, context: Walk): number {
  let at = start;
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content, id } = item;
    if (content instanceof Y.ContentString) {
      context.stretches.push({ at, client: id.client, clock: id.clock, words: content.str });
      at += content.str.length;
    } else if (content instanceof Y.ContentType) at = after(content.type, at, context);
  }
  return at;
}

function after(type: Y.AbstractType<unknown>, at: number, context: Walk): number {
  if (type instanceof Y.XmlText) {
    context.starts.set(type, at);
    return walk(type, at, context);
  }
  if (!(type instanceof Y.XmlElement)) return at;
  return context.isLeaf(type.nodeName) ? at + 1 : walk(type, at + 1, context) + 1;
}
