import * as Y from 'yjs';
import { fieldsMap } from '@/domain/record/shape';
import { fieldRoot, type Piece, type UnsavedText } from './unsaved-words';

/** Below the 256 KiB that one Update may have, at three bytes for a UTF-16 unit. */
const unitsPerEdit = 60_000;

/** By it an input that shows a field knows a change that it did not make itself. */
export const putBackOrigin = 'put-back';

/**
 * Words that were refused, as a new edit: each piece at its place, or at the end of its text when the place is gone. What is long goes in several edits,
 * because too much at once may be why it was refused.
 */
export function putBack(doc: Y.Doc, { root, pieces, value }: UnsavedText, isMultiline: boolean): void {
  if (value !== undefined) {
    doc.transact(() => doc.getMap<unknown>(fieldsMap).set(root.slice(fieldRoot('').length), value), putBackOrigin);
    return;
  }
  const fragment = doc.getXmlFragment(root);
  // From the end, so that two pieces with one place keep their order.
  for (const piece of pieces.toReversed().filter(hasPlace(doc))) insertAt(doc, placeOf(doc, piece), piece.words);
  for (const { words } of pieces.filter((piece) => !hasPlace(doc)(piece))) insertAtEnd(doc, fragment, words, isMultiline);
}

type Spot = { text: Y.XmlText; index: number };

const hasPlace = (doc: Y.Doc) => (piece: Piece) => placeOf(doc, piece) !== undefined;

function placeOf(doc: Y.Doc, { after, within }: Piece): Spot | Y.XmlElement | undefined {
  const named = after === undefined ? within && { type: within } : { item: after };
  if (named === undefined) return undefined;
  const found = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON({ ...named, assoc: -1 }), doc);
  if (found === null || found.type._item?.deleted === true) return undefined;
  if (found.type instanceof Y.XmlText) return { text: found.type, index: found.index };
  return found.type instanceof Y.XmlElement ? found.type : undefined;
}

function insertAt(doc: Y.Doc, place: Spot | Y.XmlElement | undefined, words: string): void {
  if (place === undefined) return;
  if (!(place instanceof Y.XmlElement)) insertInParts(doc, place, words);
  else insertInParts(doc, { text: newText(doc, place), index: 0 }, words);
}

function insertAtEnd(doc: Y.Doc, fragment: Y.XmlFragment, words: string, isMultiline: boolean): void {
  const last = fragment.get(fragment.length - 1);
  const paragraph = !isMultiline && last instanceof Y.XmlElement ? last : newParagraph(doc, fragment);
  const text = paragraph.get(paragraph.length - 1);
  if (text instanceof Y.XmlText) insertInParts(doc, { text, index: text.length }, text.length === 0 ? words : ` ${words}`);
  else insertInParts(doc, { text: newText(doc, paragraph), index: 0 }, words);
}

function newParagraph(doc: Y.Doc, fragment: Y.XmlFragment): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  doc.transact(() => fragment.push([paragraph]));
  return paragraph;
}

function newText(doc: Y.Doc, paragraph: Y.XmlElement): Y.XmlText {
  const text = new Y.XmlText();
  doc.transact(() => paragraph.push([text]));
  return text;
}

function insertInParts(doc: Y.Doc, { text, index }: Spot, words: string): void {
  let done = 0;
  while (done < words.length) {
    const part = firstPart(words.slice(done));
    doc.transact(() => text.insert(index + done, part));
    done += part.length;
  }
}

/** Never half a letter: Yjs stores a lone surrogate as a question mark. */
function firstPart(words: string): string {
  const last = words.charCodeAt(unitsPerEdit - 1);
  return words.slice(0, last >= 0xd800 && last < 0xdc00 ? unitsPerEdit - 1 : unitsPerEdit);
}
