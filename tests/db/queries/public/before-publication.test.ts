import { expect, it } from 'vitest';
import { holdPublication } from '@/commands/revisions/hold-publication';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';
import { publicState } from '@/db/queries/public/public-state';
import { buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { describeOnOwnDatabases } from '@/tests/support/database';
import { hoursIn, say, wakeAt } from '@/tests/support/rounds';
import { buildRevision } from '@/tests/support/sign';

// Of the desk at the root, which is the first one of a database.
describeOnOwnDatabases('what the public reads of a revision before its publication', (open) => {
  it('[C29] [C30] [C31] is the same while a revision cools off, is held up and is withdrawn from, and another with its publication', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    const before = await publicState({}, db);
    const reason = 'A witness who is named in it has to leave the town first.';
    const by = (person: Person, hours: number) => contextFor(db, person, { now: hoursIn(hours) });
    const steps = [
      () => say(db, workspace, revision, [north.moderators[0], 1]),
      () => say(db, workspace, revision, [south.moderators[0], 2]),
      () => withdrawSignOff(by(south.moderators[0], 3), { revisionId: revision.id, reason }),
      () => say(db, workspace, revision, [south.moderators[0], 4]),
      () => holdPublication(by(north.moderators[1], 5), { revisionId: revision.id, reason, hours: 10 }),
    ];
    for (const step of steps) {
      expect(await step()).toMatchObject({ ok: true });
      expect(await publicState({}, db)).toBe(before);
    }
    await wakeAt(db, revision.id, 37);
    expect(await publicState({}, db)).toBe(before);
    await wakeAt(db, revision.id, 38);
    expect(await publicState({}, db)).not.toBe(before);
  });
});
