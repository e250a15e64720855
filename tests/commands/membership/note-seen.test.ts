import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { noteSeen } from '@/commands/membership/note-seen';
import { sessions } from '@/db/schema';
import { actorFor, answerOf, buildSession, buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

describeOnBothDatabases('noting that a session is in use', (open) => {
  it('[M22] writes the moment at most every quarter of an hour, and for a session alone', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const sid = await buildSession(db, person);
    const noted = async (minutes: number) =>
      answerOf(await noteSeen(contextOf(db, actorFor(person, { sid }), { now: minutesLater(minutes) }))).noted;
    expect([await noted(0), await noted(14), await noted(16)]).toEqual([true, false, true]);
    const [row] = await db.select().from(sessions).where(eq(sessions.sid, sid));
    expect(row?.lastSeenAt).toEqual(minutesLater(16));
    expect(answerOf(await noteSeen(contextOf(db, { kind: 'public' })))).toEqual({ noted: false });
  });
});
