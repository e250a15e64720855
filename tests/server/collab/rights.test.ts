import { and, count, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { claims, documents, documentUpdates, memberships, sessions } from '@/db/schema';
import { append, type Entry } from '@/server/collab/append';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildDesk, type Desk, type Person } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { type Served, serve } from './support/serve';
import { until } from './support/until';

type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

describeOnBothDatabases('a right that ends while its holder types', (openDb, kind) => {
  let db: Db;
  let desk: Desk;
  let served: Served;
  const editors: Editor[] = [];

  beforeEach(async () => {
    db = await openDb();
    desk = await buildDesk(db);
    served = await serve(db);
  });
  afterEach(async () => {
    for (const editor of editors.splice(0)) editor.leave();
    await served.stop();
    expect(served.faults).toEqual([]);
  });

  async function open(person: Person): Promise<Editor> {
    const editor = new Editor(served.url, desk.record, await headersOf(person));
    editors.push(editor);
    return editor.synced();
  }
  const rowsOf = async (person: Person, conn: Db | Tx = db) => {
    const [row] = await conn
      .select({ rows: count() })
      .from(documentUpdates)
      .where(and(eq(documentUpdates.document, desk.record), eq(documentUpdates.personId, person.personId)));
    return row?.rows ?? 0;
  };

  /** Two people type without a pause; the right of one is changed in the middle, by somebody who tells nobody. */
  async function typeAndChange(
    change: (tx: Tx) => Promise<unknown>,
  ): Promise<{ anna: Editor; bela: Editor; rowsAtChange: number }> {
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    const typing = setInterval(() => {
      for (const editor of [anna, bela]) if (editor.provider.wsconnected) editor.text().insert(0, 'x');
    }, 2);
    try {
      await until('both are typing', async () => (await rowsOf(desk.anna)) > 20);
      // Once the change holds the row, no append of hers can be on its way: what it counts is all there will ever be.
      const rowsAtChange = await db.transaction(async (tx) => {
        await change(tx);
        return rowsOf(desk.anna, tx);
      });
      const changedAt = Date.now();
      await until('her socket is closed', () => anna.closedWith !== undefined);
      expect(Date.now() - changedAt).toBeLessThan(2_000);
      return { anna, bela, rowsAtChange };
    } finally {
      clearInterval(typing);
    }
  }

  it.each<[string, (tx: Tx) => Promise<unknown>, number]>([
    [
      'the role',
      (tx) => tx.update(memberships).set({ role: 'observer' }).where(eq(memberships.id, desk.anna.membershipId)),
      4403,
    ],
    [
      'the membership',
      (tx) => tx.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.id, desk.anna.membershipId)),
      4403,
    ],
    ['the session', (tx) => tx.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.sid, desk.anna.sid)), 4401],
  ])(
    '[P22] stores no row after %s was changed, closes within two seconds, and everybody else goes on',
    async (_what, change, code) => {
      const { anna, bela, rowsAtChange } = await typeAndChange(change);
      expect(anna.closedWith).toBe(code);
      await bela.barrier();
      expect(await rowsOf(desk.anna)).toBe(rowsAtChange);
      expect(bela.closedWith).toBeUndefined();
      // What the server holds is what the log says, and so is what Bela sees.
      const reader = await open(desk.cleo);
      expect(reader.text().toString()).toBe(bela.text().toString());
      expect(reader.text().toString()).toHaveLength((await rowsOf(desk.anna)) + (await rowsOf(desk.bela)) - 1);
    },
  );

  it('[P13] closes when the session expires, although nothing was changed', async () => {
    const expiresAt = new Date(Date.now() + 300);
    await db.update(sessions).set({ expiresAt }).where(eq(sessions.sid, desk.anna.sid));
    const anna = await open(desk.anna);
    await until('her socket is closed', () => anna.closedWith !== undefined);
    expect(anna.closedWith).toBe(4401);
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt.getTime());
    expect(Date.now() - expiresAt.getTime()).toBeLessThan(2_000);
  });

  function entryOf(person: Person, role: string): Entry {
    const update = Y.encodeStateAsUpdate(new Y.Doc());
    const seat = { membershipId: person.membershipId, role, sid: person.sid };
    return { personId: person.personId, partyId: person.partyId ?? '', seat, at: new Date(), update, newClients: [] };
  }

  it('[T8] [P22] stores what was judged before a row without right, and nothing after it', async () => {
    const entries = [entryOf(desk.bela, 'moderator'), entryOf(desk.anna, 'moderator'), entryOf(desk.bela, 'moderator')];
    const other = await buildDesk(db);
    const fates = await append(
      db,
      [
        { document: desk.record, base: 1, entries },
        { document: other.record, base: 1, entries: [entryOf(other.anna, 'checker')] },
      ],
      new Date(),
    );
    expect(fates).toEqual([
      { kind: 'stored', count: 1 },
      { kind: 'stored', count: 1 },
    ]);
    expect(await rowsOf(desk.bela)).toBe(1);
  });

  const close = (conn: Db | Tx) =>
    conn
      .update(claims)
      .set({ state: 'closed', closedAs: 'withdrawn', closedReason: 'Said by nobody.', closedAt: new Date() })
      .where(eq(claims.id, desk.claimId));
  const reopen = () =>
    db
      .update(claims)
      .set({ state: 'submitted', closedAs: null, closedReason: null, closedAt: null })
      .where(eq(claims.id, desk.claimId));

  it('[P49] stores no row after the claim was closed, says so within two seconds, and takes rows again once it is reopened', async () => {
    const [anna, bela, omar] = [await open(desk.anna), await open(desk.bela), await open(desk.omar)];
    const sentAway = new Map<Editor, number[]>([anna, bela, omar].map((editor) => [editor, []]));
    for (const [editor, codes] of sentAway) editor.provider.on('connection-close', (event) => codes.push(event?.code ?? 0));
    const isToldWhy = (editor: Editor) => editor.rejections.some(({ reason }) => reason === 'claim-closed');
    const logged = (conn: Db | Tx = db) => conn.$count(documentUpdates, eq(documentUpdates.document, desk.record));
    const typing = setInterval(() => {
      for (const editor of [anna, bela]) if (editor.provider.wsconnected) editor.text().insert(0, 'x');
    }, 5);
    let rowsAtClose = 0;
    try {
      await until('both are typing', async () => (await logged()) > 20);
      // Once the closing holds the record, no append can be on its way: what it counts is all there will ever be.
      rowsAtClose = await db.transaction(async (tx) => {
        await close(tx);
        return logged(tx);
      });
      const closedAt = Date.now();
      await until('both are back as readers', () => [anna, bela].every(({ state }) => state?.access === 'closed'));
      expect(Date.now() - closedAt).toBeLessThan(2_000);
      await until('both are told why', () => isToldWhy(anna) && isToldWhy(bela));
    } finally {
      clearInterval(typing);
    }
    expect(await logged()).toBe(rowsAtClose);
    expect([sentAway.get(anna)?.[0], sentAway.get(bela)?.[0], sentAway.get(omar)]).toEqual([4509, 4509, []]);
    // What the server holds is what the log says, and so is what a reader sees.
    expect(omar.text().toString()).toHaveLength(rowsAtClose - 1);
    const cleo = await open(desk.cleo);
    expect(cleo.state?.access).toBe('closed');
    expect(cleo.text().toString()).toBe(omar.text().toString());

    await reopen();
    await until('they may write again', () => [anna, bela, cleo].every(({ state }) => state?.access === 'write'));
    cleo.text().insert(0, 'again ');
    await until('a reader sees it', () => omar.text().toString().includes('again '));
    // The stock client still holds what was refused, and brings it now that it may: nobody is left with another text.
    await until('all say the same', () => new Set([anna, bela, cleo, omar].map((one) => one.text().toString())).size === 1);
  });

  it('[P49] lets the server itself write nothing for anybody in a closed record, and a party in its notes', async () => {
    const notes = new Editor(served.url, `claims/${desk.claimId}/notes/${desk.north.id}`, await headersOf(desk.anna));
    editors.push(await notes.synced());
    await close(db);
    const by = { personId: desk.anna.personId, partyId: desk.north.id, sid: desk.anna.sid, at: new Date() };
    const { port } = served.collab;
    expect(await port.restoreTo(desk.record, 1, by)).toBe('claim-closed');
    expect(await port.clearLanguage(desk.record, 'en', by)).toBe('claim-closed');
    expect(await port.beginLanguage(desk.record, 'uk', by)).toBe('claim-closed');
    expect(await db.$count(documentUpdates, eq(documentUpdates.document, desk.record))).toBe(1);
    notes.text('notes').insert(0, 'Still ours.');
    await notes.barrier();
    expect({ access: notes.state?.access, rejections: notes.rejections }).toEqual({ access: 'write', rejections: [] });
  });

  it('[P49] stores nothing of a closed record, and what is of others in the same append', async () => {
    const other = await buildDesk(db);
    await close(db);
    const entries = [entryOf(desk.anna, 'checker'), entryOf(desk.bela, 'moderator')];
    const batches = [
      { document: desk.record, base: 1, entries },
      { document: other.record, base: 1, entries: [entryOf(other.anna, 'checker')] },
    ];
    expect(await append(db, batches, new Date())).toEqual([{ kind: 'closed' }, { kind: 'stored', count: 1 }]);
    await reopen();
    expect(await append(db, batches.slice(0, 1), new Date())).toEqual([{ kind: 'stored', count: 2 }]);
  });

  it('[P28] stores nothing onto a log that has moved, and nothing of a document that is none', async () => {
    const entries = [entryOf(desk.bela, 'moderator')];
    const fates = await append(
      db,
      [
        { document: desk.record, base: 7, entries },
        { document: `claims/${desk.workspaceId}/record`, base: 1, entries },
      ],
      new Date(),
    );
    expect(fates).toEqual([{ kind: 'moved', head: 1 }, { kind: 'gone' }]);
    expect(await db.select().from(documentUpdates).where(eq(documentUpdates.document, desk.record))).toHaveLength(1);
  });

  it('[P6] stores nothing in the name of a party that its author never was of', async () => {
    const entry = { ...entryOf(desk.anna, 'checker'), partyId: desk.south.id };
    const batches = [{ document: desk.record, base: 1, entries: [entry] }];
    expect(await append(db, batches, new Date())).toEqual([{ kind: 'stored', count: 0 }]);
    const byServer = [{ document: desk.record, base: 1, entries: [{ ...entry, seat: undefined }] }];
    expect(await append(db, byServer, new Date())).toEqual([{ kind: 'stored', count: 0 }]);
  });

  // PGlite has one connection: there, nobody can be in the middle of anything.
  if (kind === 'postgres')
    it('[P22] waits for nobody who is just changing a right, and asks again', async () => {
      const batches = [{ document: desk.record, base: 1, entries: [entryOf(desk.anna, 'checker')] }];
      await db.transaction(async (tx) => {
        await tx.update(memberships).set({ role: 'observer' }).where(eq(memberships.id, desk.anna.membershipId));
        expect(await append(db, batches, new Date())).toEqual([{ kind: 'busy' }]);
      });
      expect(await append(db, batches, new Date())).toEqual([{ kind: 'stored', count: 0 }]);
    });

  it('[P6] numbers the rows of many writers without a gap and in the order of commits', async () => {
    let wrote = 0;
    const writer = async (person: Person, role: string) => {
      for (let base = 1; wrote < 60; ) {
        const [fate] = await append(db, [{ document: desk.record, base, entries: [entryOf(person, role)] }], new Date());
        if (fate?.kind === 'moved') base = fate.head;
        if (fate?.kind !== 'stored') continue;
        base += 1;
        wrote += 1;
      }
    };
    await Promise.all([
      ...[1, 2, 3].map(() => writer(desk.anna, 'checker')),
      ...[1, 2, 3].map(() => writer(desk.bela, 'moderator')),
    ]);
    const log = await db
      .select({ seq: documentUpdates.seq })
      .from(documentUpdates)
      .where(eq(documentUpdates.document, desk.record));
    const [row] = await db.select().from(documents).where(eq(documents.name, desk.record));
    expect(log.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(log.map((_row, index) => index + 1));
    expect(row?.headSeq).toBe(log.length);
  });

  it('[P23] keeps the fault of one document from the others', async () => {
    const other = await buildDesk(db);
    const nobody = { personId: desk.anna.personId, partyId: 'no id', at: new Date() };
    const write = (document: string, as: typeof nobody) =>
      served.collab.appendAs(document, as, (doc) => void doc.getMap('fields').set('claimantName', 'The envoy'));
    const [bad, good] = await Promise.allSettled([
      write(desk.record, nobody),
      write(other.record, { ...nobody, personId: other.anna.personId, partyId: other.north.id }),
    ]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
    expect(served.faults.splice(0)).toHaveLength(1);
  });
});
