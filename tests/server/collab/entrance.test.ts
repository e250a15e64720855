import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Db } from '@/db/client';
import { documents, memberships, sessions } from '@/db/schema';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildDesk, type Desk, type Person } from './support/desk';
import { headersOf } from './support/editor';
import { RawSocket } from './support/raw-socket';
import { type Served, serve } from './support/serve';

describeOnBothDatabases('the way to a live document', (openDb) => {
  let db: Db;
  let desk: Desk;
  let served: Served;
  const sockets: RawSocket[] = [];

  beforeEach(async () => {
    db = await openDb();
    desk = await buildDesk(db);
    served = await serve(db);
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.end();
    await served.stop();
    expect(served.faults).toEqual([]);
  });

  function connect(headers: Record<string, string>, document = desk.record): RawSocket {
    const socket = new RawSocket(`${served.url}/${document}`, headers);
    sockets.push(socket);
    return socket;
  }
  const enter = async (person: Person, document = desk.record) => connect(await headersOf(person), document);
  const notesOf = (party: { id: string }) => `claims/${desk.claimId}/notes/${party.id}`;
  const accessOf = (socket: RawSocket) =>
    JSON.parse(new TextDecoder().decode(socket.messages[0]?.slice(4)).replace(/^[^{]*/, '')).access;

  it.each(['http://localhost:3001', 'https://localhost:3000', 'http://evil.example', 'null'])(
    '[T6] [P1] gives no handshake to a page of %s',
    async (foreign) => {
      const socket = connect(await headersOf(desk.anna, foreign));
      expect(await socket.refused()).toBe(403);
    },
  );

  it('[P1] gives no handshake without an Origin', async () => {
    const { cookie } = await headersOf(desk.anna);
    const socket = connect({ cookie: cookie ?? '' });
    expect(await socket.refused()).toBe(403);
  });

  it('[P2] closes with 4401 without a session, with a made-up one and with a revoked one', async () => {
    const { origin } = await headersOf(desk.anna);
    expect(await connect({ origin: origin ?? '' }).closed()).toBe(4401);
    expect(await connect({ origin: origin ?? '', cookie: 'next-auth.session-token=made.up' }).closed()).toBe(4401);
    expect(await (await enter({ ...desk.anna, sid: desk.bela.sid })).closed()).toBe(4401);
    await db.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.sid, desk.anna.sid));
    expect(await (await enter(desk.anna)).closed()).toBe(4401);
  });

  it("[T9] [P2] answers an unknown document and another workspace's in the same way", async () => {
    const elsewhere = await buildDesk(db);
    const unknown = '0192f0c0-0000-7000-8000-000000000000';
    const names = [`claims/${unknown}/record`, elsewhere.record, `claims/${elsewhere.claimId}/notes/${elsewhere.north.id}`];
    for (const name of [
      ...names,
      `claims/${desk.claimId}/notes/${unknown}`,
      `claims/${desk.claimId}/notes/${elsewhere.north.id}`,
      'claims',
      '../x',
      `${desk.record}/`,
    ]) {
      expect([name, await (await enter(desk.anna, name)).closed()]).toEqual([name, 4404]);
    }
  });

  it('[T15] [P2] shows a steward no draft', async () => {
    const socket = await enter(desk.stew);
    expect(await socket.closed()).toBe(4403);
    expect(socket.messages).toEqual([]);
  });

  it('[P2] lets members of signing parties write a record and observers read it', async () => {
    const [anna, bela, omar] = await Promise.all(
      [desk.anna, desk.bela, desk.omar].map(async (person) => (await enter(person)).ready()),
    );
    expect([anna, bela, omar].map((socket) => socket && accessOf(socket))).toEqual(['write', 'write', 'read']);
  });

  it("[T9] [P21] opens a party's notes to its members alone", async () => {
    expect(accessOf(await (await enter(desk.cleo, notesOf(desk.north))).ready())).toBe('write');
    expect(accessOf(await (await enter(desk.omar, notesOf(desk.mission))).ready())).toBe('write');
    for (const stranger of [desk.bela, desk.omar, desk.stew]) {
      const socket = await enter(stranger, notesOf(desk.north));
      expect(await socket.closed()).toBe(4403);
      expect(socket.messages).toEqual([]);
    }
    expect(await (await enter(desk.anna, notesOf(desk.south))).closed()).toBe(4403);
    expect(
      await db
        .select()
        .from(documents)
        .where(eq(documents.name, notesOf(desk.south))),
    ).toEqual([]);
  });

  it('[T7] [P13] closes with 4401 when the session is revoked, and leaves others alone', async () => {
    const [anna, bela] = [await (await enter(desk.anna)).ready(), await (await enter(desk.bela)).ready()];
    await db.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.sid, desk.anna.sid));
    served.collab.port.recheckAccess();
    expect(await anna.closed()).toBe(4401);
    expect(bela.closedWith).toBeUndefined();
  });

  it('[P13] closes with 4403 when the membership ends', async () => {
    const anna = await (await enter(desk.anna)).ready();
    await db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.id, desk.anna.membershipId));
    served.collab.port.recheckAccess();
    expect(await anna.closed()).toBe(4403);
  });

  it('[P13] closes with 4403 when the right to write is lost', async () => {
    const anna = await (await enter(desk.anna)).ready();
    await db.update(memberships).set({ role: 'observer' }).where(eq(memberships.id, desk.anna.membershipId));
    served.collab.port.recheckAccess();
    expect(await anna.closed()).toBe(4403);
    expect(accessOf(await (await enter(desk.anna)).ready())).toBe('read');
  });

  it('[P13] notices a session that expires without being told', async () => {
    await served.stop();
    served = await serve(db, { recheckMs: 20 });
    const anna = await (await enter(desk.anna)).ready();
    await db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.sid, desk.anna.sid));
    expect(await anna.closed()).toBe(4401);
  });

  it('[P20] closes with 4503 when the server stops', async () => {
    const anna = await (await enter(desk.anna)).ready();
    await served.collab.stop();
    expect(await anna.closed()).toBe(4503);
  });
});
