import * as Y from 'yjs';
import { fieldsMap, rootName } from '@/domain/record/shape';
import { blockNode } from '@/server/collab/encode-draft';
import type { SourceIds, Typed } from './typed';

/** What one person types: a sentence at the end of a text of one paragraph, or blocks at the end of the analysis. */
export function typeText(doc: Y.Doc, typed: Typed, source: SourceIds, language = 'en'): void {
  if (typed.text === 'analysis')
    typeBlocks(doc.getXmlFragment(rootName('analysis', language)), typed.blocks(source).map(blockNode));
  else typeSentence(doc, typed.text, typed.value, language);
}

export function typeSentence(doc: Y.Doc, text: Exclude<Typed['text'], 'analysis'>, value: string, language = 'en'): void {
  const run = lastRun(doc.getXmlFragment(rootName(text, language)));
  run.insert(run.length, value);
}

/** Replaces the end of a text, as somebody who deletes a full stop and goes on writing. */
export function retypeEnd(
  doc: Y.Doc,
  text: Exclude<Typed['text'], 'analysis'>,
  ending: string,
  value: string,
  language = 'en',
): void {
  const run = lastRun(doc.getXmlFragment(rootName(text, language)));
  run.delete(run.length - ending.length, ending.length);
  run.insert(run.length, value);
}

export function setField(doc: Y.Doc, name: string, value: string | string[]): void {
  doc.getMap(fieldsMap).set(name, value);
}

/** The empty first paragraph goes when the first blocks come. */
function typeBlocks(fragment: Y.XmlFragment, blocks: Y.XmlElement[]): void {
  const first = fragment.get(0);
  const isEmpty =
    fragment.length === 1 &&
    first instanceof Y.XmlElement &&
    first.toArray().every((child) => child instanceof Y.XmlText && child.length === 0);
  if (isEmpty) fragment.delete(0, 1);
  fragment.insert(fragment.length, blocks);
}

function lastRun(fragment: Y.XmlFragment): Y.XmlText {
  const paragraph = fragment.get(fragment.length - 1);
  const run = paragraph instanceof Y.XmlElement ? paragraph.get(paragraph.length - 1) : undefined;
  if (run instanceof Y.XmlText) return run;
  throw new Error('A text of one paragraph ends in a run of text.');
}
