import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { putBack } from '@/app/(desk)/desk/claims/[claimId]/_editor/put-back';
import { unplacedWords, unsavedWords } from '@/app/(desk)/desk/claims/[claimId]/_editor/unsaved-words';
import { emptyTexts } from '@/domain/record/draft';
import { encodeDraft } from '@/server/collab/encode-draft';

const saved = encodeDraft({
  texts: {
    en: {
      ...emptyTexts,
      question: 'Was it so?',
      analysis: [{ type: 'paragraph', content: [{ type: 'text', text: 'One two.' }] }],
    },
  },
  fields: {},
});
const roots = { texts: ['title:en', 'question:en', 'analysis:en'], hasFields: true };

/** What the server has, as one more editor. */
function opened(...more: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of [saved, ...more]) Y.applyUpdate(doc, update);
  return doc;
}

/** The updates that an edit makes. */
function edited(doc: Y.Doc, edit: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on('update', keep);
  edit();
  doc.off('update', keep);
  return updates;
}

function textIn(doc: Y.Doc, root: string): Y.XmlText {
  const paragraph = doc.getXmlFragment(root).get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error(`${root} has no paragraph.`);
  const text = paragraph.get(0);
  if (text instanceof Y.XmlText) return text;
  const made = new Y.XmlText();
  paragraph.insert(0, [made]);
  return made;
}

const wordsIn = (doc: Y.Doc, root: string) =>
  doc
    .getXmlFragment(root)
    .toArray()
    .map((node) => node.toString().replaceAll(/<[^>]*>/g, ''));

describe('[P64] the words that no server has', () => {
  it('are told text by text, without what is saved and what was taken back', () => {
    const doc = opened();
    const question = textIn(doc, 'question:en');
    const confirmed = edited(doc, () => question.insert(7, 'really '));
    const updates = edited(doc, () => {
      question.insert(14, 'and truly ');
      question.delete(18, 6);
      textIn(doc, 'title:en').insert(0, 'A title');
      doc.getMap('fields').set('claimantName', 'A speaker');
    });
    expect(confirmed).toHaveLength(1);
    expect(unsavedWords(doc, updates, roots).map(({ root, words }) => [root, words])).toEqual([
      ['title:en', 'A title'],
      ['question:en', 'and '],
      ['fields/claimantName', 'A speaker'],
    ]);
  });

  it('go back to their place although others wrote around it', () => {
    const doc = opened();
    const updates = edited(doc, () => textIn(doc, 'question:en').insert(4, 'never '));
    const [text] = unsavedWords(doc, updates, roots);
    const others = opened();
    const since = edited(others, () => textIn(others, 'question:en').insert(0, 'Say: '));
    const anew = opened(...since);
    if (text !== undefined) putBack(anew, text, false);
    expect(wordsIn(anew, 'question:en')).toEqual(['Say: Was never it so?']);
  });

  it('keep the order of two pieces at one place, and go into a text that was empty', () => {
    const doc = opened();
    const first = edited(doc, () => textIn(doc, 'title:en').insert(0, 'North'));
    const [title] = unsavedWords(doc, first, roots);
    const anew = opened();
    if (title !== undefined) putBack(anew, title, false);
    expect(wordsIn(anew, 'title:en')).toEqual(['North']);
  });

  it('go to the end when their place is gone, as a paragraph where there may be several', () => {
    const doc = opened();
    const updates = edited(doc, () => textIn(doc, 'analysis:en').insert(4, 'and '));
    const [text] = unsavedWords(doc, updates, roots);
    const others = opened();
    const since = edited(others, () => {
      others.getXmlFragment('analysis:en').delete(0, 1);
      others.getXmlFragment('analysis:en').insert(0, [new Y.XmlElement('paragraph')]);
    });
    const anew = opened(...since);
    if (text !== undefined) putBack(anew, text, true);
    expect(wordsIn(anew, 'analysis:en')).toEqual(['', 'and ']);
  });

  it('go in edits of which the server takes each, and never in half a letter', () => {
    const doc = opened();
    const words = `a${'𝄞'.repeat(70_000)}`;
    const updates = edited(doc, () => textIn(doc, 'analysis:en').insert(8, words));
    expect(updates[0]?.byteLength).toBeGreaterThan(256 * 1024);
    const [text] = unsavedWords(doc, updates, roots);
    const anew = opened();
    const parts = edited(anew, () => text !== undefined && putBack(anew, text, true));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.byteLength).toBeLessThan(256 * 1024);
    expect(wordsIn(opened(...parts), 'analysis:en')).toEqual([`One two.${words}`]);
  });

  it('give a field its value again', () => {
    const doc = opened();
    const updates = edited(doc, () => doc.getMap('fields').set('topics', ['harbour', 'ships']));
    const [field] = unsavedWords(doc, updates, roots);
    const anew = opened();
    if (field !== undefined) putBack(anew, field, false);
    expect(anew.getMap('fields').get('topics')).toEqual(['harbour', 'ships']);
  });

  it('are told even when they build on what nobody has', () => {
    const doc = opened();
    edited(doc, () => textIn(doc, 'question:en').insert(0, 'Lost. '));
    const updates = edited(doc, () => textIn(doc, 'question:en').insert(6, 'Found. '));
    expect(unplacedWords(updates, 'analysis:en')).toMatchObject([{ root: 'analysis:en', words: 'Found. ' }]);
  });
});
