import { getSchema, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sharesOf, stretchesOf, type Writer, writtenBy } from '@/app/(desk)/desk/claims/[claimId]/_editor/who-wrote';

const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: { default: null } }),
});
const schema = getSchema([StarterKit.configure({ undoRedo: false }), Citation]);
const isLeaf = (name: string) => schema.nodes[name]?.isLeaf ?? false;

const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const words = (text: string, ...marks: string[]) => ({ type: 'text', text, marks: marks.map((type) => ({ type })) });
const written = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [words('Heading')] },
    paragraph(
      words('plain '),
      words('bold', 'bold'),
      { type: 'citation', attrs: { source: 's1' } },
      { type: 'hardBreak' },
      words('𝄞 end'),
    ),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('a point'))] }] },
    { type: 'blockquote', content: [paragraph(words('said'))] },
    { type: 'paragraph' },
  ],
};

const north: Writer = { name: 'N. Checker', party: { name: 'Northern desk', letter: 'N', position: 1 } };
const south: Writer = { name: 'S. Checker', party: { name: 'Southern desk', letter: 'S', position: 2 } };

/** A text that one editor began and another wrote into the middle of. */
function joint(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 100;
  prosemirrorJSONToYXmlFragment(schema, written, doc.getXmlFragment('analysis:en'));
  doc.clientID = 200;
  const second = doc.getXmlFragment('analysis:en').get(1);
  const text = second instanceof Y.XmlElement ? second.get(0) : undefined;
  if (text instanceof Y.XmlText) text.insert(3, 'OTHER', {});
  return doc;
}

describe('[P66] who wrote which letters', () => {
  it('stands at the positions that the editor has for them', () => {
    const fragment = joint().getXmlFragment('analysis:en');
    const shown = yXmlFragmentToProseMirrorRootNode(fragment, schema);
    const { stretches, size } = stretchesOf(fragment, isLeaf);
    expect(size).toBe(shown.content.size);
    expect(stretches.length).toBeGreaterThan(6);
    for (const { at, words: letters } of stretches) expect(shown.textBetween(at, at + letters.length)).toBe(letters);
    expect(stretches.find(({ client }) => client === 200)).toMatchObject({ words: 'OTHER' });
  });

  it('is one run per person, also where Yjs has one item for two', () => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    prosemirrorJSONToYXmlFragment(schema, { type: 'doc', content: [paragraph(words('ours theirs'))] }, doc.getXmlFragment('x'));
    const { stretches } = stretchesOf(doc.getXmlFragment('x'), isLeaf);
    const [first] = stretches;
    const runs = writtenBy(stretches, (_client, clock) => (clock < (first?.clock ?? 0) + 5 ? north : south));
    expect(runs).toEqual([
      { at: 1, words: 'ours ', writer: north },
      { at: 6, words: 'theirs', writer: south },
    ]);
  });

  it('leaves out what nobody has told of, and takes two objects of one person for one', () => {
    const stretches = [
      { at: 1, client: 1, clock: 0, words: 'ab' },
      { at: 3, client: 2, clock: 0, words: 'cd' },
      { at: 5, client: 3, clock: 0, words: 'ef' },
    ];
    const known = new Map([
      [1, north],
      [2, { ...north }],
    ]);
    expect(writtenBy(stretches, (client) => known.get(client))).toEqual([{ at: 1, words: 'abcd', writer: north }]);
  });

  it('counts each party’s part in letters, in the order of the parties', () => {
    const runs = [
      { at: 1, words: '𝄞', writer: south },
      { at: 3, words: 'abc', writer: north },
    ];
    expect(sharesOf(runs)).toEqual([
      { party: north.party, share: 0.75 },
      { party: south.party, share: 0.25 },
    ]);
  });
});
