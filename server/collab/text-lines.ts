import * as Y from 'yjs';
import { analysisMarks, type Mark } from '@/domain/record/shape';
import type { LineForm } from '@/platform/ports';
import { type Around, formOf, type ItemId, inside, nothingAround } from './line-form';

/** UTF-16 units of one Yjs client, one clock each; an atom is one clock however long its label is. Each mark with the item that turned it on or off last. */
export type TextRun = { client: number; clock: number; text: string; isAtom: boolean; marks: Marks };
export type Marks = ReadonlyMap<Mark, { isOn: boolean; id: ItemId }>;
export type TextLine = { runs: TextRun[]; form: LineForm; made: ItemId[] };

/**
 * A text's lines as their letters stand in the document, with the id of each: a line per paragraph or heading. Unlike a projection it refuses nothing – a
 * version that no record may have can still be read, compared and left behind.
 */
export function linesOf(parent: Y.XmlFragment, label: (sourceId: string) => string, around: Around = nothingAround): TextLine[] {
  return children(parent).flatMap((node) => {
    if (!(node instanceof Y.XmlElement)) return [{ runs: runsOf(node, label), ...formOf(undefined, around) }];
    if (!isLine(node)) return linesOf(node, label, inside(node, around));
    return [{ runs: children(node).flatMap((child) => runsOf(child, label)), ...formOf(node, around) }];
  });
}

export function textOfRuns(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** What a text says and how, without the ids: equal exactly when a reader and an editor see no difference. */
export function contentOf(node: Y.XmlFragment | Y.XmlText): unknown {
  if (node instanceof Y.XmlText) {
    const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = node.toDelta();
    return delta.map(({ insert, attributes = {} }) => [insert, sorted(attributes)]);
  }
  // An empty line may have a run of text without letters, or none: nobody sees a difference.
  const inner = children(node)
    .map(contentOf)
    .filter((part) => !(Array.isArray(part) && part.length === 0));
  return node instanceof Y.XmlElement ? { name: node.nodeName, attributes: sorted(node.getAttributes()), inner } : inner;
}

function isLine(element: Y.XmlElement): boolean {
  return element.nodeName === 'paragraph' || element.nodeName === 'heading';
}

function runsOf(node: Y.XmlElement | Y.XmlText, label: (sourceId: string) => string): TextRun[] {
  if (node instanceof Y.XmlText) return lettersOf(node);
  const source: unknown = node.getAttribute('source');
  const text = node.nodeName === 'hardBreak' ? '\n' : typeof source === 'string' ? label(source) : '';
  const id = node._item?.id;
  return id === undefined || text === '' ? [] : [{ client: id.client, clock: id.clock, text, isAtom: true, marks: noMarks }];
}

function lettersOf(text: Y.XmlText): TextRun[] {
  const runs: TextRun[] = [];
  let marks: Marks = noMarks;
  for (let item = text._start; item !== null; item = item.right) {
    const { content, deleted } = item;
    const { client, clock } = item.id;
    if (deleted) continue;
    if (content instanceof Y.ContentFormat) marks = marksAfter(marks, content, { client, clock });
    if (content instanceof Y.ContentString) runs.push({ client, clock, text: content.str, isAtom: false, marks });
  }
  return runs;
}

const noMarks: Marks = new Map();

/** Marks stand in the text where they begin and where they end. */
function marksAfter(marks: Marks, { key, value }: Y.ContentFormat, id: ItemId): Marks {
  const mark = analysisMarks.find((known) => known === key);
  return mark === undefined ? marks : new Map([...marks, [mark, { isOn: value !== null, id }]]);
}

function children(parent: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  return parent.toArray().filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText);
}

function sorted(attributes: Record<string, unknown>): [string, unknown][] {
  return Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
}
