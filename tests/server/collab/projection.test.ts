import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { documentProjections, memberships } from '@/db/schema';
import { emptyTexts, type RecordDraft } from '@/domain/record/draft';
import { draftOf } from '@/server/collab/draft-of';
import { encodeDraft } from '@/server/collab/encode-draft';
import { UnprojectableError } from '@/server/collab/text-tree';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildDesk, type Desk } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { type Served, serve } from './support/serve';
import { until } from './support/until';

const written: RecordDraft = {
  texts: {
    ar: { ...emptyTexts, title: 'وقف إطلاق النار' },
    en: {
      title: 'An 18-month ceasefire followed the Doha talks',
      question: 'Did an 18-month ceasefire follow?',
      finding: 'No.',
      claimText: '“An 18-month ceasefire”',
      context: '',
      summary: 'Fighting went on 🕊.',
      analysis: [
        { type: 'heading', level: 2, content: [{ type: 'text', text: 'What was agreed' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'The agreement ' },
            { type: 'text', text: 'foresaw', marks: ['bold', 'italic'] },
            { type: 'text', text: ' talks' },
            { type: 'citation', source: '0192f0c0-0000-7000-8000-000000000001' },
            { type: 'break' },
            { type: 'text', text: 'only.' },
          ],
        },
        {
          type: 'list',
          ordered: true,
          items: [
            [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }],
            [
              { type: 'paragraph', content: [{ type: 'text', text: 'two' }] },
              { type: 'list', ordered: false, items: [[{ type: 'paragraph', content: [] }]] },
            ],
          ],
        },
        { type: 'quotation', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'quoted', marks: ['italic'] }] }] },
      ],
    },
  },
  fields: { statedOn: '2026-10-30', claimantName: 'The envoy', topics: ['ceasefire', 'talks'], rating: 'not-accurate' },
};

function documentOf(draft: RecordDraft, edit: (doc: Y.Doc) => void = () => {}): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, encodeDraft(draft));
  doc.transact(() => edit(doc));
  return doc;
}

describe('the projection of a document', () => {
  it('[P16] says again what a draft said', () => {
    expect(draftOf(documentOf(written))).toEqual(written);
  });

  it('[P15] makes the same bytes of the same draft', () => {
    expect(encodeDraft(written)).toEqual(encodeDraft(structuredClone(written)));
  });

  it('[P16] brings text to NFC, also where two people typed the parts of one letter', () => {
    const doc = documentOf(
      { texts: { en: { ...emptyTexts, title: 'Cafe' } }, fields: { claimantName: 'Jose\u0301' } },
      (draft) => {
        const paragraph = draft.getXmlFragment('title:en').get(0);
        if (paragraph instanceof Y.XmlElement) paragraph.insert(1, [new Y.XmlText('\u0301')]);
      },
    );
    expect(draftOf(doc)).toMatchObject({ texts: { en: { title: 'Caf\u00e9' } }, fields: { claimantName: 'Jos\u00e9' } });
  });

  it('[P16] keeps both paragraphs of a text that two people began at once', () => {
    const begun = { texts: { en: { ...emptyTexts, finding: 'One.' } }, fields: {} };
    const doc = documentOf(begun, (draft) => {
      const second = new Y.XmlElement('paragraph');
      second.insert(0, [new Y.XmlText('Two.')]);
      draft.getXmlFragment('finding:en').insert(1, [second]);
    });
    expect(draftOf(doc).texts.en?.finding).toBe('One. Two.');
  });

  it('[P16] takes an emptied field for one that nobody filled in', () => {
    const doc = documentOf(written, (draft) => {
      draft.getMap('fields').set('claimantName', ' ');
      draft.getMap('fields').set('topics', []);
    });
    expect(draftOf(doc).fields).toEqual({ statedOn: '2026-10-30', rating: 'not-accurate' });
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ['an unknown block', (doc) => doc.getXmlFragment('analysis:en').insert(0, [new Y.XmlElement('table')])],
    ['a heading of another level', (doc) => doc.getXmlFragment('analysis:en').insert(0, [new Y.XmlElement('heading')])],
    ['text outside a paragraph', (doc) => doc.getXmlFragment('analysis:en').insert(0, [new Y.XmlText('loose')])],
    ['a heading in a title', (doc) => doc.getXmlFragment('title:en').insert(0, [new Y.XmlElement('heading')])],
    ['a day that is none', (doc) => doc.getMap('fields').set('statedOn', 'yesterday')],
  ])('[P16] refuses %s by name', (_name, edit) => {
    expect(() => draftOf(documentOf(written, edit))).toThrow(UnprojectableError);
  });
});

describeOnBothDatabases('projections of the log', (openDb) => {
  let db: Db;
  let desk: Desk;
  let served: Served;
  const at = new Date('2026-11-02T08:00:00Z');

  beforeEach(async () => {
    db = await openDb();
    desk = await buildDesk(db, { texts: { en: { ...emptyTexts, title: 'From Anna' } }, fields: {} });
    served = await serve(db, { projectAfterMs: 10 });
  });
  afterEach(() => served.stop());

  function type(
    person: { personId: string; partyId: string | null },
    edit: (text: Y.XmlText) => void,
    document = desk.record,
  ): Promise<number> {
    return served.collab.appendAs(document, { personId: person.personId, partyId: person.partyId ?? '', at }, (doc) => {
      const paragraph = doc.getXmlFragment('summary:en').get(0);
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
      if (text instanceof Y.XmlText) edit(text);
    });
  }
  const projected = (seq?: number) => served.collab.port.projectionAt(desk.record, seq);

  it('[P16] is what the document was at each number, however it went on', async () => {
    const first = await type(desk.bela, (text) => text.insert(0, 'one'));
    const second = await type(desk.anna, (text) => text.insert(3, ' two'));
    await type(desk.bela, (text) => text.delete(0, 7));
    expect((await projected(first))?.draft.texts.en?.summary).toBe('one');
    expect((await projected(second))?.draft.texts.en?.summary).toBe('one two');
    expect((await projected())?.draft.texts.en?.summary).toBe('');
    expect((await projected(1))?.draft.texts.en).toEqual({ ...emptyTexts, title: 'From Anna' });
    expect([await projected(-1), await projected(99), await projected(1.5)]).toEqual([undefined, undefined, undefined]);
    expect(await served.collab.port.projectionAt('claims/none/record')).toBeUndefined();
  });

  it('[P9] counts the living characters of each person, in code points', async () => {
    await type(desk.bela, (text) => text.insert(0, 'Bela 🕊 wrote'));
    await type(desk.cleo, (text) => text.insert(4, ' and Cleo'));
    await type(desk.anna, (text) => text.delete(0, 2));
    const shares = (await projected())?.shares;
    expect(shares).toEqual(
      [
        { personId: desk.bela.personId, partyId: desk.south.id, characters: 10 },
        { personId: desk.anna.personId, partyId: desk.north.id, characters: 9 },
        { personId: desk.cleo.personId, partyId: desk.north.id, characters: 9 },
      ].sort((a, b) => b.characters - a.characters || (a.personId < b.personId ? -1 : 1)),
    );
  });

  it('[P9] tells apart what one person wrote for two parties', async () => {
    const before = {
      workspaceId: desk.workspaceId,
      personId: desk.bela.personId,
      partyId: desk.north.id,
      role: 'checker' as const,
    };
    await db.insert(memberships).values({ id: v7(), ...before, createdAt: at, endedAt: at });
    await type(desk.bela, (text) => text.insert(0, 'south'));
    await type({ ...desk.bela, partyId: desk.north.id }, (text) => text.insert(5, 'north!'));
    const own = (await projected())?.shares.filter((share) => share.personId === desk.bela.personId);
    expect(own?.map((share) => [share.partyId, share.characters])).toEqual([
      [desk.north.id, 6],
      [desk.south.id, 5],
    ]);
  });

  it('[P16] keeps the stored projection up to date by itself, and at once when asked', async () => {
    const stored = async () =>
      (await db.select().from(documentProjections).where(eq(documentProjections.document, desk.record)))[0];
    const seq = await type(desk.bela, (text) => text.insert(0, 'listed'));
    await until('the projection follows', async () => (await stored())?.seq === seq);
    expect((await stored())?.draft.texts.en?.summary).toBe('listed');
    const next = await type(desk.bela, (text) => text.insert(0, 'newly '));
    await served.collab.projectNow(desk.record);
    expect(await stored()).toMatchObject({ seq: next, draft: { texts: { en: { summary: 'newly listed' } } } });
  });

  it('[P16] keeps it up to date while somebody types without a pause', async () => {
    await served.stop();
    served = await serve(db, { projectAfterMs: 60_000, projectAtLatestMs: 30 });
    const stored = async () =>
      (await db.select().from(documentProjections).where(eq(documentProjections.document, desk.record)))[0];
    // Held open, as by an editor: a document that is let go is stored anyway.
    const editor = await new Editor(served.url, desk.record, await headersOf(desk.bela)).synced();
    const seq = await type(desk.bela, (text) => text.insert(0, 'typed'));
    await until('the projection follows', async () => (await stored())?.seq === seq);
    editor.leave();
  });

  it('[P9] counts a log of 3,000 edits by three people and loses none', async () => {
    const people = [desk.anna, desk.bela, desk.cleo];
    const edits = Array.from({ length: 3000 }, (_unused, index) => people[index % 3] ?? desk.anna);
    await Promise.all(edits.map((person) => type(person, (text) => text.insert(0, 'x'))));
    const projection = await projected();
    expect(projection?.seq).toBe(3001);
    const counted = Object.fromEntries(projection?.shares.map((share) => [share.personId, share.characters]) ?? []);
    expect(counted).toEqual({ [desk.anna.personId]: 1009, [desk.bela.personId]: 1000, [desk.cleo.personId]: 1000 });
  });
});
