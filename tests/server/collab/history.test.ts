import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { documentCheckpoints, documentCredits, documentProjections, documentVersions, sessions } from '@/db/schema';
import { emptyTexts, type RecordDraft } from '@/domain/record/draft';
import type { RecordChanges } from '@/platform/ports';
import { readLog } from '@/server/collab/read-log';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildDesk, type Desk, type Person } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { type Served, serve } from './support/serve';
import { until } from './support/until';

const at = new Date('2026-11-02T08:00:00Z');
const source = '0192f0c0-0000-7000-8000-000000000001';
const begun: RecordDraft = {
  texts: {
    en: {
      ...emptyTexts,
      title: 'What Anna began',
      analysis: [
        { type: 'heading', level: 3, content: [{ type: 'text', text: 'Talks' }] },
        {
          type: 'list',
          ordered: true,
          items: [
            [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: 'They ' },
                  { type: 'text', text: 'did', marks: ['bold', 'italic'] },
                  { type: 'citation', source },
                ],
              },
            ],
          ],
        },
      ],
    },
  },
  fields: { claimantName: 'The envoy', topics: ['talks', 'ceasefire'] },
};

describeOnBothDatabases('the history of a record and of notes', (openDb) => {
  let db: Db;
  let desk: Desk;
  let served: Served;
  const editors: Editor[] = [];

  beforeEach(async () => {
    db = await openDb();
    desk = await buildDesk(db, begun);
    served = await serve(db, { projectAfterMs: 10 });
  });
  afterEach(async () => {
    for (const editor of editors.splice(0)) editor.leave();
    await served.stop();
    expect(served.faults).toEqual([]);
  });

  const as = (person: Person) => ({ personId: person.personId, partyId: person.partyId ?? '', at });
  const edit = (person: Person, change: (doc: Y.Doc) => void) => served.collab.appendAs(desk.record, as(person), change);
  const draftAt = async (seq?: number) => (await served.collab.port.projectionAt(desk.record, seq))?.draft;
  const restore = (person: Person, seq: number) =>
    served.collab.port.restoreTo(desk.record, seq, { personId: person.personId, sid: person.sid, at });
  const label = (id: string) => (id === source ? '(E1)' : '(?)');
  const changes = (from: number, to: number) => served.collab.port.changesBetween(desk.record, { from, to }, label);
  const sharesAt = async (seq?: number) => (await served.collab.port.projectionAt(desk.record, seq))?.shares;
  const wipe = (doc: Y.Doc) => {
    for (const root of ['title:en', 'summary:en', 'analysis:en'])
      doc.getXmlFragment(root).delete(0, doc.getXmlFragment(root).length);
    doc.getMap('fields').delete('claimantName');
    doc.getMap('fields').set('topics', ['vandals']);
  };
  async function open(person: Person): Promise<Editor> {
    const editor = new Editor(served.url, desk.record, await headersOf(person));
    editors.push(editor);
    return editor.synced();
  }

  it('[P46] brings a wiped record back as one edit, and rewrites nothing', async () => {
    const good = await edit(desk.bela, (doc) => summaryOf(doc).insert(0, 'Bela wrote this.'));
    await edit(desk.cleo, wipe);
    const before = await readLog(db, desk.record);
    const restored = await restore(desk.anna, good);
    expect(restored).toEqual({ seq: before.length + 1, changed: true });
    expect(await draftAt()).toEqual(await draftAt(good));
    const log = await readLog(db, desk.record);
    expect(log.slice(0, -1)).toEqual(before);
    expect(log.at(-1)).toMatchObject({ personId: desk.anna.personId, partyId: desk.north.id });
    expect(await draftAt(good)).toMatchObject({ texts: { en: begun.texts.en && { title: 'What Anna began' } } });
  });

  it('[P22] [P46] brings nothing back for who may not write, or may not any more when it would commit', async () => {
    const good = await edit(desk.bela, (doc) => summaryOf(doc).insert(0, 'Bela wrote this.'));
    await edit(desk.cleo, wipe);
    const before = await readLog(db, desk.record);
    expect(await restore(desk.omar, good)).toBe('right-lost');
    const { membershipId, sid } = desk.bela;
    const late = { ...as(desk.bela), seat: { membershipId, sid, role: 'observer' } };
    await expect(served.collab.appendAs(desk.record, late, wipe)).rejects.toThrow('The right to edit has ended.');
    await db.update(sessions).set({ revokedAt: at }).where(eq(sessions.sid, sid));
    expect(await restore(desk.bela, good)).toBe('right-lost');
    expect(await readLog(db, desk.record)).toEqual(before);
  });

  it('[P27] [P46] says that a full record has no room for a version, and stays as it is', async () => {
    const good = await edit(desk.bela, (doc) => summaryOf(doc).insert(0, 'x'.repeat(9_000)));
    await edit(desk.cleo, (doc) => summaryOf(doc).delete(0, 3_000));
    await served.stop();
    served = await serve(db, { documentBytes: 4_000 });
    const before = await readLog(db, desk.record);
    expect(await restore(desk.anna, good)).toBe('does-not-fit');
    expect(await readLog(db, desk.record)).toEqual(before);
  });

  it('[P44] leaves what it brings back with those who wrote it', async () => {
    await edit(desk.bela, (doc) => summaryOf(doc).insert(0, 'Bela wrote 🕊 this.'));
    const good = await edit(desk.cleo, (doc) => summaryOf(doc).insert(5, 'and Cleo '));
    const written = await sharesAt(good);
    await edit(desk.cleo, wipe);
    await restore(desk.bela, good);
    expect(await sharesAt()).toEqual(written);
    // A second restore copies the copies.
    await edit(desk.anna, wipe);
    await restore(desk.cleo, good + 2);
    expect(await sharesAt()).toEqual(written);
    await served.collab.port.checkpointNow(desk.record);
    expect(await sharesAt()).toEqual(written);
    expect(await db.$count(documentCheckpoints, eq(documentCheckpoints.document, desk.record))).toBe(1);
  });

  it('[P44] keeps credits as they are', async () => {
    const good = await edit(desk.bela, (doc) => summaryOf(doc).insert(0, 'Bela'));
    await edit(desk.cleo, wipe);
    await restore(desk.anna, good);
    const change = db.update(documentCredits).set({ stretches: [] }).where(eq(documentCredits.document, desk.record));
    await expect(change).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } });
  });

  it('[P46] touches only what differs, and says when nothing does', async () => {
    const good = await edit(desk.bela, (doc) => summaryOf(doc).insert(0, 'Kept.'));
    await edit(desk.cleo, (doc) => summaryOf(doc).insert(0, 'Not '));
    const anna = await open(desk.anna);
    const title = anna.text('title:en');
    await restore(desk.bela, good);
    await until('the summary is back', () => anna.text('summary:en').toString() === 'Kept.');
    // The very run of text that Anna has open is still the one.
    expect(anna.text('title:en')).toBe(title);
    expect(await restore(desk.bela, good)).toEqual({ seq: good + 2, changed: false });
    expect(await restore(desk.bela, 99)).toBeUndefined();
    expect(await restore(desk.bela, 0)).toBeUndefined();
  });

  it('[P46] empties a language that the version does not know, down to lines to type in', async () => {
    await edit(desk.bela, (doc) => {
      const line = new Y.XmlElement('paragraph');
      line.insert(0, [new Y.XmlText('وقف')]);
      doc.getXmlFragment('title:ar').insert(0, [line]);
    });
    await restore(desk.cleo, 1);
    expect((await draftAt())?.texts).toEqual({ ...begun.texts, ar: emptyTexts });
    expect(await restore(desk.cleo, 1)).toMatchObject({ changed: false });
  });

  it('[P46] lets others go on typing, and everybody sees the same', async () => {
    const good = await edit(desk.bela, (doc) => summaryOf(doc).insert(0, 'Bela wrote this.'));
    const [anna, cleo] = [await open(desk.anna), await open(desk.cleo)];
    cleo.doc.transact(() => wipe(cleo.doc));
    await cleo.barrier();
    const type = (letters: string) => {
      // The restore brings a new line in the place of this one.
      const question = anna.text('question:en');
      question.insert(question.length, letters);
    };
    const restoring = restore(desk.bela, good);
    // On its way while the restore is: it falls before or after it, and is the same for everybody either way.
    type('x');
    const seen = (editor: Editor) => editor.doc.getXmlFragment('summary:en').toString();
    await until('the text is back', () => seen(anna).includes('>Bela wrote this.<'));
    type('after');
    await anna.barrier();
    await restoring;
    const questionOf = (editor: Editor) => editor.text('question:en').toString();
    await until('both see it', () => seen(cleo) === seen(anna) && questionOf(cleo) === questionOf(anna));
    expect(questionOf(anna)).toMatch(/^x?after$/);
    const now = await draftAt();
    expect(now?.texts.en).toEqual({ ...begun.texts.en, summary: 'Bela wrote this.', question: questionOf(anna) });
  });

  it('[P47] tells word by word who inserted and who deleted, and what became of a field', async () => {
    const first = await edit(desk.bela, (doc) => summaryOf(doc).insert(0, 'Ships sail.'));
    await edit(desk.cleo, (doc) => summaryOf(doc).insert(6, 'never '));
    await edit(desk.omar, (doc) => textIn(doc, 'title:en').delete(4, 5));
    const last = await edit(desk.bela, (doc) => doc.getMap('fields').set('claimantName', 'The other envoy'));
    const found = await changes(first, last);
    expect(found?.texts.map(({ text, lines }) => [text, ...lines.map(({ parts }) => parts)])).toEqual([
      [
        'title',
        [
          { kind: 'same', text: 'What ' },
          { kind: 'removed', text: 'Anna ', by: author(desk.omar) },
          { kind: 'same', text: 'began' },
        ],
      ],
      [
        'summary',
        [
          { kind: 'same', text: 'Ships ' },
          { kind: 'added', text: 'never ', by: author(desk.cleo) },
          { kind: 'same', text: 'sail.' },
        ],
      ],
    ]);
    expect(found?.fields).toEqual([
      { field: 'claimantName', before: 'The envoy', after: 'The other envoy', by: author(desk.bela) },
    ]);
    expect(await changes(last, last)).toEqual({ from: last, to: last, texts: [], fields: [] });
    expect(await changes(last, first)).toBeUndefined();
    expect(await changes(1, 99)).toBeUndefined();
  });

  it('[P47] names the vandal for every word of a wiped record, citations and fields included', async () => {
    const wiped = await edit(desk.cleo, wipe);
    const found = await changes(1, wiped);
    const parts = found?.texts.flatMap(({ lines }) => lines.flatMap((line) => line.parts)) ?? [];
    expect(parts.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'removed What Anna began',
      'removed Talks',
      'removed They did(E1)',
    ]);
    for (const part of parts) expect(part.by).toEqual(author(desk.cleo));
    expect(fieldsOf(found)).toEqual([
      ['claimantName', 'The envoy', null, desk.cleo.personId],
      ['topics', ['talks', 'ceasefire'], ['vandals'], desk.cleo.personId],
    ]);
    await restore(desk.bela, 1);
    const back = (await changes(wiped, wiped + 1))?.texts.flatMap(({ lines }) => lines.flatMap((line) => line.parts)) ?? [];
    // The letters are Anna's again; a citation has no letters and is the restorer's.
    expect(
      new Set(
        back.filter(({ kind }) => kind === 'added').map(({ text, by }) => `${by?.personId === desk.anna.personId} ${text}`),
      ),
    ).toEqual(new Set(['true What Anna began', 'true Talks', 'true They did', 'false (E1)']));
    expect(await changes(1, wiped + 1)).toMatchObject({ texts: [], fields: [] });
  });

  it('[P47] tells what became bold or is so no more, what became a heading or an item of a list, and who made it so', async () => {
    const analysis = (doc: Y.Doc) => doc.getXmlFragment('analysis:en');
    const textOfItem = (doc: Y.Doc) => {
      const first = (parent: Y.XmlFragment, index = 0) => parent.get(index);
      const item = first(first(analysis(doc), 1) as Y.XmlElement) as Y.XmlElement;
      return first(first(item) as Y.XmlElement) as Y.XmlText;
    };
    const before = await edit(desk.bela, (doc) => textIn(doc, 'title:en').insert(0, 'On '));
    await edit(desk.cleo, (doc) => (analysis(doc).get(0) as Y.XmlElement<{ level: number }>).setAttribute('level', 2));
    await edit(desk.bela, (doc) => textOfItem(doc).format(0, 4, { italic: {} }));
    const marked = await edit(desk.anna, (doc) => textOfItem(doc).format(5, 3, { bold: null }));
    const found = await changes(before, marked);
    expect(found?.texts.map(({ lines }) => lines)).toEqual([
      [
        {
          parts: [{ kind: 'same', text: 'Talks' }],
          form: { before: { is: 'heading3', within: [] }, after: { is: 'heading2', within: [] }, by: author(desk.cleo) },
        },
        {
          parts: [
            { kind: 'same', text: 'They', marks: [{ mark: 'italic', isOn: true, by: author(desk.bela) }] },
            { kind: 'same', text: ' ' },
            { kind: 'same', text: 'did', marks: [{ mark: 'bold', isOn: false, by: author(desk.anna) }] },
            { kind: 'same', text: '(E1)' },
          ],
        },
      ],
    ]);

    // As an editor does it: the line is made anew inside the list, letters and all.
    const listed = await edit(desk.bela, (doc) => {
      analysis(doc).delete(0, 1);
      const [list, item, line] = ['bulletList', 'listItem', 'paragraph'].map((name) => new Y.XmlElement(name));
      line?.insert(0, [new Y.XmlText('Talks')]);
      if (line !== undefined) item?.insert(0, [line]);
      if (list !== undefined && item !== undefined) {
        list.insert(0, [item]);
        analysis(doc).insert(0, [list]);
      }
    });
    expect((await changes(marked, listed))?.texts.flatMap(({ lines }) => lines)[0]).toEqual({
      parts: [{ kind: 'same', text: 'Talks' }],
      form: {
        before: { is: 'heading2', within: [] },
        after: { is: 'paragraph', within: ['bulletList'] },
        by: author(desk.bela),
      },
    });
    expect(await changes(listed, listed)).toMatchObject({ texts: [] });
  });

  it('[P45] remembers the moment before half of the text went, whoever deletes however slowly', async () => {
    const lost = async () =>
      (await db.select().from(documentVersions).where(eq(documentVersions.document, desk.record))).map(({ kind, seq }) => ({
        kind,
        seq,
      }));
    const anna = await open(desk.anna);
    anna.text('summary:en').insert(0, 'A long text. '.repeat(40));
    const full = await anna.barrier();
    await served.collab.projectNow(desk.record);
    for (let step = 0; step < 7; step++) {
      anna.text('summary:en').delete(0, 50);
      await anna.barrier();
      await served.collab.projectNow(desk.record);
    }
    expect(await lost()).toEqual([{ kind: 'before-loss', seq: full }]);
    anna.text('summary:en').insert(0, 'And more again.');
    await anna.barrier();
    await served.collab.projectNow(desk.record);
    expect(await lost()).toHaveLength(1);
  });

  it('[P43] tells who wrote each stretch of the record, and nothing of notes', async () => {
    const seq = await edit(desk.bela, (doc) => summaryOf(doc).insert(0, 'Bela'));
    const written = await served.collab.port.authorshipOf(desk.record);
    expect(written?.seq).toBe(seq);
    expect(written?.authors).toEqual([author(desk.anna), author(desk.bela)]);
    expect(written?.written.map(([, , , index]) => index)).toEqual([0, 1]);
    const [, [client, from, to] = []] = written?.written ?? [];
    expect({ client: typeof client, length: (to ?? 0) - (from ?? 0) }).toEqual({ client: 'number', length: 4 });
    const notes = `claims/${desk.claimId}/notes/${desk.north.id}`;
    const own = new Editor(served.url, notes, await headersOf(desk.anna));
    editors.push(own);
    await own.synced();
    expect(await served.collab.port.authorshipOf(notes)).toBeUndefined();
    expect(await served.collab.port.changesBetween(notes, { from: 1, to: 1 }, label)).toBeUndefined();
    expect(await served.collab.port.projectionAt(notes, 1)).toBeUndefined();
  });

  it('[P51] gives a party’s notes the same history, for its own people alone', async () => {
    const { port } = served.collab;
    const notes = `claims/${desk.claimId}/notes/${desk.north.id}`;
    const [anna, cleo] = [desk.anna, desk.cleo].map(async (person) => new Editor(served.url, notes, await headersOf(person)));
    if (anna === undefined || cleo === undefined) throw new Error('Two people open the notes.');
    editors.push(await (await anna).synced(), await (await cleo).synced());
    const plan = 'Ask the harbour master first. '.repeat(10);
    (await anna).text('notes').insert(0, plan);
    const good = await (await anna).barrier();
    await served.collab.projectNow(notes);
    await until('Cleo has read it', async () => (await cleo).text('notes').toString() === plan);
    (await cleo).text('notes').delete(0, plan.length);
    const wiped = await (await cleo).barrier();
    await served.collab.projectNow(notes);

    const changes = await port.notesChangesBetween(notes, { from: good, to: wiped });
    expect(changes?.lines).toEqual([{ parts: [{ kind: 'removed', text: plan, by: author(desk.cleo) }] }]);
    expect(await port.notesAt(notes, good)).toMatchObject({ blocks: [{ content: [{ text: plan }] }] });
    const kept = await db.select().from(documentVersions).where(eq(documentVersions.document, notes));
    expect(kept.map(({ kind, seq }) => ({ kind, seq }))).toEqual([{ kind: 'before-loss', seq: good }]);
    expect(await db.$count(documentProjections, eq(documentProjections.document, notes))).toBe(0);

    const by = ({ personId, sid }: Person) => ({ personId, sid, at });
    for (const stranger of [desk.bela, desk.omar, desk.stew])
      expect(await port.restoreTo(notes, good, by(stranger))).toBe('right-lost');
    expect(await port.restoreTo(notes, good, by(desk.cleo))).toEqual({ seq: wiped + 1, changed: true });
    await until('it is back', async () => (await anna).text('notes').toString() === plan);
    expect(await port.restoreTo(notes, good, by(desk.anna))).toMatchObject({ changed: false });
    // What Anna wrote is still hers, and a record has no such answers.
    const back = await port.notesChangesBetween(notes, { from: wiped, to: wiped + 1 });
    expect(back?.lines).toEqual([{ parts: [{ kind: 'added', text: plan, by: author(desk.anna) }] }]);
    expect(await port.notesAt(desk.record, 1)).toBeUndefined();
    expect(await port.notesChangesBetween(desk.record, { from: 1, to: 1 })).toBeUndefined();
  });
});

function author(person: Person): { personId: string; partyId: string | null } {
  return { personId: person.personId, partyId: person.partyId };
}

function fieldsOf(changes: RecordChanges | undefined): unknown[] {
  return changes?.fields.map(({ field, before, after, by }) => [field, before, after, by?.personId]) ?? [];
}

function summaryOf(doc: Y.Doc): Y.XmlText {
  return textIn(doc, 'summary:en');
}

function textIn(doc: Y.Doc, root: string): Y.XmlText {
  const paragraph = doc.getXmlFragment(root).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error(`There is no ${root} to type into.`);
  return text;
}
