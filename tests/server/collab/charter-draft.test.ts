import { and, count, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { documents, documentUpdates, memberships } from '@/db/schema';
import { type DraftValue, draftRoot, partyKey } from '@/domain/charter/draft';
import { describeOnBothDatabases } from '@/tests/support/database';
import { beginCharterDraft, buildDesk, type Desk, type Person } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { type Served, serve } from './support/serve';
import { until } from './support/until';

describeOnBothDatabases('a draft of the charter', (openDb) => {
  let db: Db;
  let desk: Desk;
  let draft: string;
  let served: Served;
  const editors: Editor[] = [];

  beforeEach(async () => {
    db = await openDb();
    desk = await buildDesk(db);
    draft = await beginCharterDraft(db, desk);
    served = await serve(db);
  });
  afterEach(async () => {
    for (const editor of editors.splice(0)) editor.leave();
    await served.stop();
    expect(served.faults).toEqual([]);
  });

  async function open(person: Person): Promise<Editor> {
    const editor = new Editor(served.url, draft, await headersOf(person));
    editors.push(editor);
    return editor.synced();
  }
  const choices = (editor: Editor) => editor.doc.getMap<DraftValue>(draftRoot);
  const rowsOf = async ({ personId }: Person) => {
    const own = and(eq(documentUpdates.document, draft), eq(documentUpdates.personId, personId));
    const [row] = await db.select({ rows: count() }).from(documentUpdates).where(own);
    return row?.rows ?? 0;
  };

  it('[P70] [P6] is written by two parties at once: each sees the other’s choices, and the log says whose each is', async () => {
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    const before = await rowsOf(desk.anna);
    choices(anna).set('minSources', 5);
    choices(bela).set('rating:outdated', false);
    choices(bela).set(partyKey(desk.north.id), 'observing');
    await until('both see all of it', () =>
      [anna, bela].every(
        (editor) =>
          choices(editor).get('minSources') === 5 &&
          choices(editor).get('rating:outdated') === false &&
          choices(editor).get(partyKey(desk.north.id)) === 'observing',
      ),
    );
    const seq = await bela.barrier();
    const held = await served.collab.port.charterDraftAt(draft, seq);
    expect(held?.values).toMatchObject({ minSources: 5, 'rating:outdated': false, [partyKey(desk.north.id)]: 'observing' });
    expect([(await rowsOf(desk.anna)) - before, await rowsOf(desk.bela)]).toEqual([1, 2]);
    expect(await served.collab.port.projectionAt(draft)).toBeUndefined();
  });

  const malformed: [string, (map: Y.Map<unknown>) => void, string][] = [
    ['a number beyond its bounds', (map) => map.set('minSources', 99), 'unfit-value minSources'],
    ['a text where a number is', (map) => map.set('noticeDays', '7'), 'unfit-value noticeDays'],
    ['a parameter that no charter has', (map) => map.set('quorum', 1), 'unfit-value quorum'],
    ['a clause that no charter does without', (map) => map.set('clause:C21', false), 'unfit-value clause:C21'],
    ['a rating that there is no word for', (map) => map.set('rating:lies', true), 'unfit-value rating:lies'],
    ['a map in the map', (map) => map.set('minSources', new Y.Map()), 'foreign-content'],
  ];
  it.each(malformed)('[T12] [P70] refuses %s, names it, and changes nothing for anybody else', async (_what, choose, reason) => {
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    const before = { ...choices(bela).toJSON() };
    choose(anna.doc.getMap(draftRoot));
    await until('her socket is closed', () => anna.closedWith !== undefined);
    expect(anna.closedWith).toBe(4422);
    expect(anna.rejections).toEqual([{ frame: expect.any(Number), code: 7, reason }]);
    choices(bela).set('minPrimary', 3);
    const seq = await bela.barrier();
    expect((await served.collab.port.charterDraftAt(draft, seq))?.values).toEqual({ ...before, minPrimary: 3 });
    expect(await rowsOf(desk.anna)).toBe(1);
  });

  it('[T12] [P70] takes no text of a record', async () => {
    const anna = await open(desk.anna);
    anna.doc.getXmlFragment('title:en').insert(0, [new Y.XmlElement('paragraph')]);
    await until('her socket is closed', () => anna.closedWith !== undefined);
    expect(anna.rejections.map(({ reason }) => reason)).toEqual(['foreign-content']);
  });

  it('[A5] [T15] [P71] is opened by no steward', async () => {
    const steward = new Editor(served.url, draft, await headersOf(desk.stew));
    editors.push(steward);
    await until('he is turned away', () => steward.closedWith !== undefined);
    expect(steward.closedWith).toBe(4403);
  });

  it('[A6] [P5] is read by an observer as it changes, and takes nothing of theirs', async () => {
    const anna = await open(desk.anna);
    const reader = await open(desk.omar);
    expect(reader.state).toMatchObject({ access: 'read', user: { name: desk.omar.name } });
    choices(anna).set('minSources', 6);
    await until('the choice has come', () => choices(reader).get('minSources') === 6);
    choices(reader).set('minPrimary', 9);
    await until('it is refused', () => reader.rejections.length > 0);
    expect(reader.rejections).toEqual([{ frame: expect.any(Number), code: 1, reason: 'read-only' }]);
    expect(await rowsOf(desk.omar)).toBe(0);
    expect(choices(anna).get('minPrimary')).toBe(1);
  });

  it('[A3] [P2] is not there for another desk, nor under a number that has not been begun', async () => {
    const elsewhere = await buildDesk(db);
    const strange = new Editor(served.url, draft, await headersOf(elsewhere.bela));
    const early = new Editor(served.url, draft.replace(/1$/, '2'), await headersOf(desk.bela));
    editors.push(strange, early);
    await until('both are turned away', () => [strange, early].every(({ closedWith }) => closedWith !== undefined));
    expect([strange.closedWith, early.closedWith]).toEqual([4404, 4404]);
  });

  it('[P13] lets go whoever has no seat any more', async () => {
    const anna = await open(desk.anna);
    await db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.id, desk.anna.membershipId));
    served.collab.port.recheckAccess();
    await until('her socket is closed', () => anna.closedWith !== undefined);
    expect(anna.closedWith).toBe(4403);
  });

  it('[P71] takes nothing once it has ended: who wrote comes back as a reader, and no row commits afterwards', async () => {
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    choices(anna).set('minSources', 4);
    await anna.barrier();
    await db.update(documents).set({ isClosed: true }).where(eq(documents.name, draft));
    choices(bela).set('minSources', 8);
    await until('both have come back as readers', () => [anna, bela].every(({ state }) => state?.access === 'closed'));
    expect(bela.rejections.at(-1)).toMatchObject({ code: 1, reason: 'claim-closed' });
    expect(await rowsOf(desk.bela)).toBe(0);
    const omar = await open(desk.omar);
    expect(choices(omar).get('minSources')).toBe(4);
    const reopening = db.update(documents).set({ isClosed: false }).where(eq(documents.name, draft));
    await expect(Promise.resolve(reopening)).rejects.toThrow();
  });
});
