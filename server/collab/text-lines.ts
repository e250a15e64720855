import * as Y from 'yjs';

/** UTF-16 units of one Yjs client, one clock each; an atom is one clock however long its label is. */
export type TextRun = { client: number; clock: number; text: string; isAtom: boolean };

/**
 * A text's lines as their letters stand in the document, with the id of each: a line per paragraph or heading. Unlike a projection it refuses nothing – a
 * version that no record may have can still be read, compared and left behind.
 */
export function linesOf(fragment: Y.XmlFragment, label: (sourceId: string) => string): TextRun[][] {
  return children(fragment).flatMap((node) => {
    if (!(node instanceof Y.XmlElement)) return [runsOf(node, label)];
    return isLine(node) ? [children(node).flatMap((child) => runsOf(child, label))] : linesOf(node, label);
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
  return id === undefined || text === '' ? [] : [{ client: id.client, clock: id.clock, text, isAtom: true }];
}

function lettersOf(text: Y.XmlText): TextRun[] {
  const runs: TextRun[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    runs.push({ client: item.id.client, clock: item.id.clock, text: item.content.str, isAtom: false });
  }
  return runs;
}

function children(parent: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  return parent.toArray().filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText);
}

function sorted(attributes: Record<string, unknown>): [string, unknown][] {
  return Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
}
