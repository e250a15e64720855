import * as Y from 'yjs';
import type { DraftTexts, RecordDraft } from '@/domain/record/draft';
import { type Block, fieldsMap, type Inline, rootName, textNames } from '@/domain/record/shape';
import { notesRoot } from './content-rules';

/** What the server writes is under one client id that no editor may use: equal drafts make equal bytes. */
const serverClient = 1;

/**
 * A first draft as one Yjs update. Every text of every language gets its paragraph, even an empty one: two editors that
 * each made the first paragraph of an empty text would have one of them removed again, with what was typed into it.
 */
export function encodeDraft(draft: RecordDraft): Uint8Array {
  return encoded((doc) => {
    for (const [language, texts] of Object.entries(draft.texts)) {
      for (const text of textNames) doc.getXmlFragment(rootName(text, language)).insert(0, nodesOf(texts, text));
    }
    const fields = doc.getMap(fieldsMap);
    for (const [name, value] of Object.entries(draft.fields)) if (value !== undefined) fields.set(name, value);
  });
}

/** A line that nobody has typed in. */
export function emptyParagraph(): Y.XmlElement {
  return paragraph([]);
}

/** Private notes with nothing in them yet. */
export function encodeEmptyNotes(): Uint8Array {
  return encoded((doc) => doc.getXmlFragment(notesRoot).insert(0, [emptyParagraph()]));
}

/** What the server itself writes as the first update of a document. */
export function encoded(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = serverClient;
  doc.transact(() => write(doc));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function nodesOf(texts: DraftTexts, text: keyof DraftTexts): Y.XmlElement[] {
  if (text !== 'analysis') return [paragraph(texts[text] === '' ? [] : [{ type: 'text', text: texts[text] }])];
  return texts.analysis.length === 0 ? [paragraph([])] : texts.analysis.map(blockNode);
}

/** A block as the editor stores it. */
export function blockNode(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.content);
    case 'heading':
      return element('heading', inlineNodes(block.content), { level: block.level });
    case 'quotation':
      return element('blockquote', block.content.map(blockNode));
    case 'list': {
      const items = block.items.map((item) => element('listItem', item.map(blockNode)));
      return block.ordered ? element('orderedList', items, { start: 1 }) : element('bulletList', items);
    }
  }
}

function paragraph(content: readonly Inline[]): Y.XmlElement {
  return element('paragraph', inlineNodes(content));
}

/** Runs of text share one Y.XmlText; an empty line has one too, so that all who type there type into the same. */
function inlineNodes(content: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const nodes: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: Extract<Inline, { type: 'text' }>[] = [];
  for (const inline of content) {
    if (inline.type === 'text') {
      runs.push(inline);
      continue;
    }
    if (runs.length > 0) nodes.push(textNode(runs));
    runs = [];
    nodes.push(inline.type === 'break' ? element('hardBreak', []) : element('citation', [], { source: inline.source }));
  }
  return runs.length > 0 || nodes.length === 0 ? [...nodes, textNode(runs)] : nodes;
}

function textNode(runs: readonly Extract<Inline, { type: 'text' }>[]): Y.XmlText {
  const node = new Y.XmlText();
  node.applyDelta(
    runs.map(({ text, marks = [] }) => ({ insert: text, attributes: Object.fromEntries(marks.map((mark) => [mark, {}])) })),
  );
  return node;
}

/** Yjs types an element by its attributes, and its children by elements whose attributes are all text; a level and a start are numbers. */
function element(
  name: string,
  children: (Y.XmlElement | Y.XmlText)[],
  attributes: Record<string, string | number> = {},
): Y.XmlElement {
  const node = new Y.XmlElement<Record<string, string | number>>(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (children.length > 0) node.insert(0, children);
  return node as unknown as Y.XmlElement;
}
