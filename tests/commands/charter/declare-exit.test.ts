import { and, eq, isNull } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { declareExit } from '@/commands/charter/declare-exit';
import { leaveDesk } from '@/commands/membership/leave-desk';
import { memberOfPerson } from '@/db/queries/member-of-person';
import { memberships, partyExits } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { lastEventOf, refusalOf } from '@/tests/support/trace';
import { exitInput, exitReason as reason } from './leave';

describeOnBothDatabases('declaring that a party leaves', (open) => {
  it('[C39] [H18] waits for its second moderator, and changes nothing until then', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, south } = workspace;
    const input = await exitInput(db, id);
    expect(answerOf(await declareExit(contextFor(db, south.moderators[0]), input))).toEqual({ state: 'declared' });
    const [exit] = await db.select().from(partyExits).where(eq(partyExits.workspaceId, id));
    expect(exit).toMatchObject({
      partyId: south.id,
      reason,
      declaredBy: south.moderators[0].id,
      leftAt: null,
      confirmedBy: null,
    });
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'party.exit-declared', subjectId: south.id });
    expect(await memberOfPerson({ personId: south.checkers[0].id, confirmedAt: noon }, db)).toMatchObject({
      party: { standing: 'signing' },
    });
    const again = () => declareExit(contextFor(db, south.moderators[1]), input);
    expect(await refusalOf(db, id, again)).toEqual({ code: 'exit-declared' });
  });

  it('[C39] [H18] is the exit itself where the party has one moderator', async () => {
    const db = await open();
    const { id, south } = await buildWorkspace(db);
    const input = await exitInput(db, id);
    answerOf(await leaveDesk(contextFor(db, south.moderators[1]), { leave: 'this-desk' }));
    expect(answerOf(await declareExit(contextFor(db, south.moderators[0]), input))).toEqual({ state: 'left' });
    const left = and(eq(memberships.workspaceId, id), eq(memberships.partyId, south.id), isNull(memberships.endedAt));
    expect(await db.$count(memberships, left)).toBe(0);
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'party.left', subjectId: south.id, facts: { reason } });
  });

  it('[C39] is the word of a party’s own moderators, on every path: nobody names the party that leaves', async () => {
    const db = await open();
    const { id, north, mission, steward } = await buildWorkspace(db);
    const input = await exitInput(db, id);
    for (const by of [north.checkers[0], mission.observers[1], steward])
      expect(await refusalOf(db, id, () => declareExit(contextFor(db, by), input))).toMatchObject({ code: 'not-allowed' });
    expect(await refusalOf(db, id, () => declareExit(contextOf(db, { kind: 'public' }), input))).toEqual({
      code: 'not-signed-in',
    });
    const context = contextFor(db, north.moderators[0]);
    const other = () => declareExit(context, { ...input, sha256: 'a'.repeat(64) });
    expect(await refusalOf(db, id, other)).toEqual({ code: 'charter-not-in-force', number: 1 });
    const early = await buildWorkspace(db, { ratified: false });
    const none = () => declareExit(contextFor(db, early.north.moderators[0]), input);
    expect(await refusalOf(db, early.id, none)).toEqual({ code: 'no-charter-in-force' });
    for (const wrong of [null, {}, { leave: 'this-charter' }, { ...input, partyId: mission.id }, { ...input, reason: 'no' }])
      expect(await refusalOf(db, id, () => declareExit(context, wrong))).toMatchObject({ code: 'invalid-input' });
  });
});
