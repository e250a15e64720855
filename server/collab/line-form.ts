import type * as Y from 'yjs';
import type { LineForm } from '@/platform/ports';

/** An item of a document by its place in the log's books. */
export type ItemId = { client: number; clock: number };
/** What a line stands in, the outermost first, and what made it so. */
export type Around = { within: LineForm['within']; made: ItemId[] };

export const nothingAround: Around = { within: [], made: [] };

const containers = new Map<string, LineForm['within'][number]>([
  ['bulletList', 'bulletList'],
  ['orderedList', 'orderedList'],
  ['blockquote', 'quotation'],
]);

/** What stands in this element. An item of a list says nothing that the list has not said. */
export function inside(element: Y.XmlElement, around: Around): Around {
  const container = containers.get(element.nodeName);
  if (container === undefined) return around;
  return { within: [...around.within, container], made: [...around.made, ...idOf(element._item)] };
}

/** The form of a line, and the items that give it that form: whoever wrote the first new one of them changed it. */
export function formOf(line: Y.XmlElement | undefined, { within, made }: Around): { form: LineForm; made: ItemId[] } {
  if (line?.nodeName !== 'heading') return { form: { is: 'paragraph', within }, made: [...made, ...idOf(line?._item ?? null)] };
  // What no record has is still compared: any other level is the smaller one.
  const level: unknown = line.getAttribute('level');
  return {
    form: { is: level === 2 ? 'heading2' : 'heading3', within },
    made: [...made, ...idOf(line._item), ...idOf(line._map.get('level') ?? null)],
  };
}

export function isSameForm(one: LineForm, other: LineForm): boolean {
  return one.is === other.is && String(one.within) === String(other.within);
}

function idOf(item: Y.Item | null): ItemId[] {
  return item === null ? [] : [{ client: item.id.client, clock: item.id.clock }];
}
