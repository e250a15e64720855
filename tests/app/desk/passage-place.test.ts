import { getSchema, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { passageFinder, passageIn, type SharedText } from '@/app/(desk)/desk/claims/[claimId]/_editor/passage-place';

const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: { default: null } }),
});
const schema = getSchema([StarterKit.configure({ undoRedo: false }), Citation]);

const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const words = (text: string) => ({ type: 'text', text });
const citation = { type: 'citation', attrs: { source: 's1' } };

/** A text of two paragraphs, of which the first cites a source in its middle. */
function written(): Y.XmlFragment {
  const doc = new Y.Doc();
  const content = [paragraph(words('A week of '), citation, words(' quiet was agreed.')), paragraph(words('No ceasefire held.'))];
  return prosemirrorJSONToYXmlFragment(schema, { type: 'doc', content }, doc.getXmlFragment('analysis:en'));
}

function asShown(fragment: Y.XmlFragment): SharedText {
  return { fragment, shown: yXmlFragmentToProseMirrorRootNode(fragment, schema) };
}

function placeOf(text: SharedText, passage: NonNullable<ReturnType<typeof passageIn>>) {
  return passageFinder(text)(passage);
}

/** Where words stand in what is shown, at the editor's positions. */
function rangeOf({ shown }: SharedText, from: string, to = from): { from: number; to: number } {
  const at = (wanted: string) => {
    let found = -1;
    shown.descendants((node, position) => {
      const index = node.isText ? (node.text ?? '').indexOf(wanted) : -1;
      if (index >= 0) found = position + index;
    });
    return found;
  };
  return { from: at(from), to: at(to) + to.length };
}

function chosen(fragment: Y.XmlFragment, from: string, to?: string) {
  const text = asShown(fragment);
  const found = passageIn(text, rangeOf(text, from, to));
  if (found === undefined) throw new Error('Nothing was selected.');
  return found;
}

function textAt(fragment: Y.XmlFragment, index: number, child = 0): Y.XmlText {
  const element = fragment.get(index);
  const text = element instanceof Y.XmlElement ? element.get(child) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('There is no text.');
  return text;
}

describe('[K4] a passage that was commented on', () => {
  it('is quoted as the server reads it, over citations and paragraphs, and found where it was', () => {
    const fragment = written();
    const text = asShown(fragment);
    const passage = chosen(fragment, 'week', 'ceasefire');
    expect(passage.quotation).toBe('week of quiet was agreed. No ceasefire');
    expect(placeOf(text, passage)).toEqual(rangeOf(text, 'week', 'ceasefire'));
    const node = rangeOf(text, 'A week of ').to;
    expect(passageIn(text, { from: node, to: node + 1 })).toBeUndefined();
  });

  it('moves with what is typed before it, and holds what is typed within it', () => {
    const fragment = written();
    const passage = chosen(fragment, 'ceasefire');
    textAt(fragment, 1).insert(0, 'In March: ', {});
    expect(placeOf(asShown(fragment), passage)).toEqual(rangeOf(asShown(fragment), 'ceasefire'));
    textAt(fragment, 1).insert('In March: No cease'.length, '-', {});
    expect(placeOf(asShown(fragment), passage)).toEqual(rangeOf(asShown(fragment), 'cease-fire'));
    // What is typed at its ends is not of it.
    textAt(fragment, 1).insert('In March: No cease-fire'.length, 's', {});
    expect(placeOf(asShown(fragment), passage)).toEqual(rangeOf(asShown(fragment), 'cease-fire'));
  });

  it('is what is left of it when its ends are deleted, and nowhere when nothing is', () => {
    const fragment = written();
    const passage = chosen(fragment, 'ceasefire');
    textAt(fragment, 1).delete('No '.length, 'cease'.length);
    expect(placeOf(asShown(fragment), passage)).toEqual(rangeOf(asShown(fragment), 'fire'));
    textAt(fragment, 1).delete('No '.length, 'fire'.length);
    expect(placeOf(asShown(fragment), passage)).toBeUndefined();
  });

  it('is found by its words when a paragraph was made anew, if they stand there once', () => {
    const fragment = written();
    const passage = chosen(fragment, 'ceasefire');
    fragment.delete(1, 1);
    expect(placeOf(asShown(fragment), passage)).toBeUndefined();
    const again = (line: string) => {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText(line)]);
      fragment.insert(fragment.length, [element]);
    };
    again('So no  ceasefire held.');
    expect(placeOf(asShown(fragment), passage)).toEqual(rangeOf(asShown(fragment), 'ceasefire'));
    again('A ceasefire is agreed.');
    expect(placeOf(asShown(fragment), passage)).toBeUndefined();
  });

  it('is nowhere when its letters are another document’s, or nobody’s', () => {
    const text = asShown(written());
    const nobody = { client: 2 ** 31, clock: 2 ** 40 };
    expect(placeOf(text, { first: nobody, last: nobody, quotation: 'not in here' })).toBeUndefined();
  });
});
