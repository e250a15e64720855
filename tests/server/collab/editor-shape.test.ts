import { getSchema, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { emptyTexts } from '@/domain/record/draft';
import type { Block } from '@/domain/record/shape';
import { draftOf } from '@/server/collab/draft-of';
import { encodeDraft } from '@/server/collab/encode-draft';

const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: { default: null } }),
});
const schema = getSchema([StarterKit.configure({ undoRedo: false }), Citation]);

const analysis: Block[] = [
  { type: 'heading', level: 3, content: [{ type: 'text', text: 'Heading' }] },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'plain ' },
      { type: 'text', text: 'both', marks: ['bold', 'italic'] },
      { type: 'citation', source: 's1' },
      { type: 'break' },
      { type: 'text', text: 'end' },
    ],
  },
  { type: 'list', ordered: true, items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }]] },
  { type: 'list', ordered: false, items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'dot' }] }]] },
  { type: 'quotation', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'said', marks: ['italic'] }] }] },
];
const draft = { texts: { en: { ...emptyTexts, analysis } }, fields: {} };

/** The analysis as Tiptap's editor reads it from the server's bytes. */
function readByEditor() {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, encodeDraft(draft));
  const before = Y.encodeStateVector(doc);
  const node = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment('analysis:en'), schema);
  node.check();
  return { node, isUntouched: Y.encodeStateAsUpdate(doc, before).byteLength <= 2 };
}

it('[P16] writes what the editor reads, whole and without a repair', () => {
  const { node, isUntouched } = readByEditor();
  expect(isUntouched).toBe(true);
  expect(node.textContent).toBe('Headingplain bothendonedotsaid');
  expect(node.childCount).toBe(analysis.length);
});

it('[P16] reads what the editor writes', () => {
  const doc = new Y.Doc();
  prosemirrorJSONToYXmlFragment(schema, readByEditor().node.toJSON(), doc.getXmlFragment('analysis:en'));
  expect(draftOf(doc)).toEqual(draft);
});
