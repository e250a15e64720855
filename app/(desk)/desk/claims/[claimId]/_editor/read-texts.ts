import * as Y from 'yjs';
import type { DraftFields } from '@/domain/record/draft';
import { fieldNames, fieldsMap, type paragraphLimits, rootName, type TextName } from '@/domain/record/shape';

/** The one-paragraph texts, and the analysis as plain lines. */
export type LiveTexts = Record<keyof typeof paragraphLimits | 'analysis', string>;
const paragraphNames = ['title', 'question', 'finding', 'claimText', 'context', 'summary'] as const satisfies readonly TextName[];

/** The one-paragraph texts as the server reads them: NFC, and paragraphs that people began at once joined by a space. */
export function readTexts(doc: Y.Doc, language: string): LiveTexts {
  const read = (name: TextName) =>
    paragraphs(doc.getXmlFragment(rootName(name, language)))
      .join(' ')
      .normalize('NFC');
  const { title, question, finding, claimText, context, summary } = Object.fromEntries(
    paragraphNames.map((name) => [name, read(name)]),
  );
  return {
    title: title ?? '',
    question: question ?? '',
    finding: finding ?? '',
    claimText: claimText ?? '',
    context: context ?? '',
    summary: summary ?? '',
    analysis: paragraphs(doc.getXmlFragment(rootName('analysis', language))).join('\n'),
  };
}

/** The lines of a fragment, nested ones too. */
function paragraphs(fragment: Y.XmlFragment): string[] {
  return fragment
    .toArray()
    .flatMap((node) => (node instanceof Y.XmlElement ? linesOf(node) : []))
    .filter((line) => line !== '');
}

export type LiveFields = Partial<Record<(typeof fieldNames)[number], string | string[]>>;

export function readFields(doc: Y.Doc): LiveFields {
  const map = doc.getMap<unknown>(fieldsMap);
  return Object.fromEntries(fieldNames.flatMap((name) => (isField(map.get(name)) ? [[name, map.get(name)]] : [])));
}

function isField(value: unknown): value is DraftFields[keyof DraftFields] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

function linesOf(element: Y.XmlElement): string[] {
  const children = element.toArray();
  if (children.some((child) => child instanceof Y.XmlElement && child.length > 0))
    return children.flatMap((child) => (child instanceof Y.XmlElement ? linesOf(child) : []));
  return [children.map((child) => (child instanceof Y.XmlText ? plain(child) : ' ')).join('')];
}

function plain(text: Y.XmlText): string {
  const delta: { insert?: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
