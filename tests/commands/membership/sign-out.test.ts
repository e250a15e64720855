import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { makeContext } from '@/commands/command';
import { signOut } from '@/commands/membership/sign-out';
import { memberOfSession } from '@/db/queries/member-of-session';
import { sessions } from '@/db/schema';
import { actorFor, buildSession, buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { recordPort } from '@/tests/support/live-record';

describeOnBothDatabases('signing out', (open) => {
  it('[T7] [A1] ends this session and no other', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const [here, there] = [await buildSession(db, person), await buildSession(db, person)];
    expect((await signOut(contextOf(db, actorFor(person, { sid: here })), {})).ok).toBe(true);
    expect(await memberOfSession({ sid: here, personId: person.id, now: noon }, db)).toBeUndefined();
    expect(await memberOfSession({ sid: there, personId: person.id, now: noon }, db)).toBeDefined();
  });

  it('asks live editing to look again once the row says so', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const sid = await buildSession(db, person);
    const seen: Promise<Date | null | undefined>[] = [];
    const revokedAt = async () => (await db.select().from(sessions).where(eq(sessions.sid, sid)))[0]?.revokedAt;
    const { db: _db, collab: _collab, objects, ...parts } = contextOf(db, actorFor(person, { sid }));
    const context = makeContext({
      ...parts,
      db,
      objects: () => objects,
      collab: () => ({ ...recordPort(db), recheckAccess: () => void seen.push(revokedAt()) }),
    });
    await signOut(context, {});
    expect(await Promise.all(seen)).toEqual([noon]);
  });

  it('refuses nobody’s session, and an input with anything in it', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    expect(await signOut(contextOf(db, { kind: 'public' }), {})).toEqual({ ok: false, refusal: { code: 'not-signed-in' } });
    expect(await signOut(contextOf(db, actorFor(north.checkers[0])), { sid: 'another' })).toMatchObject({
      refusal: { code: 'invalid-input' },
    });
  });
});
