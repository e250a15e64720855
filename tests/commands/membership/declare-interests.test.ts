import { expect, it } from 'vitest';
import { declareInterests } from '@/commands/membership/declare-interests';
import { interestsOfDesk, interestsOfSeat } from '@/db/queries/interests-of-desk';
import { answerOf, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, sign } from '@/tests/support/sign';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const day = 24 * 60 * 60 * 1000;

describeOnBothDatabases('declaring interests', (open) => {
  it('[C19] [M31] takes the place of the one before, for every member to read, and says nothing of whom in the history', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [moderator] = workspace.north.moderators;
    const later = new Date(noon.getTime() + day);
    const declaring = (input: unknown) => declareInterests(contextFor(db, moderator, { now: later }), input);
    answerOf(await declaring({ interests: 'I advised the ministry until 2025.' }));
    const seat = { workspaceId: workspace.id, personId: moderator.id, partyId: workspace.north.id };
    expect(await interestsOfSeat(seat, db)).toMatchObject({ interests: 'I advised the ministry until 2025.', at: later });
    expect(
      (await interestsOfDesk({ workspaceId: workspace.id }, db)).filter(({ personId }) => personId === moderator.id),
    ).toHaveLength(1);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'interests.declared', facts: { party: 'Northern desk' } });
    // Of another seat it is not.
    expect(await interestsOfSeat({ ...seat, partyId: workspace.south.id }, db)).toBeUndefined();
    expect((await refusalOf(db, workspace.id, () => declaring({ interests: 'x'.repeat(1001) }))).code).toBe('invalid-input');
  });

  it('[C19] is asked of who signs, and a conflict keeps them from any position', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { interestDays: 1 } });
    const { south } = workspace;
    const revision = await buildRevision(db, workspace);
    const [moderator] = south.moderators;
    const refused = (changes: Record<string, unknown>, now = noon) =>
      refusalOf(db, workspace.id, () => sign(contextFor(db, moderator, { now }), workspace, revision, changes));
    expect(await refused({ conflict: undefined })).toMatchObject({ code: 'conflict-not-said', clause: 'C19' });
    expect(await refused({ conflict: 'declared' })).toMatchObject({ code: 'conflict-declared', clause: 'C19' });
    const later = new Date(noon.getTime() + day + 1);
    expect(await refused({}, later)).toMatchObject({ code: 'interests-old', clause: 'C19', days: 1 });
    answerOf(await declareInterests(contextFor(db, moderator, { now: later }), {}));
    expect((await sign(contextFor(db, moderator, { now: later }), workspace, revision)).ok).toBe(true);
  });

  it('[A2] refuses who does not sign', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    for (const person of [workspace.north.checkers[0], workspace.mission.observers[1], workspace.steward])
      expect((await refusalOf(db, workspace.id, () => declareInterests(contextFor(db, person), {}))).code).toBe('not-allowed');
  });
});
