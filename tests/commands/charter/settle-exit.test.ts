import { and, eq, isNull, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { declareExit } from '@/commands/charter/declare-exit';
import { settleExit } from '@/commands/charter/settle-exit';
import { proposeRetraction } from '@/commands/retractions/propose-retraction';
import { memberOfPerson } from '@/db/queries/member-of-person';
import { charterVersions, memberships, retractions, revisions, sessions, signOffs } from '@/db/schema';
import { answerOf, buildSession, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { buildVerdict } from '@/tests/support/challenge';
import { choicesOfJoining, proposing, sameParties } from '@/tests/support/charter-draft';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRetraction, countersign, retractionReason } from '@/tests/support/retraction';
import { buildRevision, buildSignable, propose, sign } from '@/tests/support/sign';
import { eventsOf, refusalOf } from '@/tests/support/trace';
import { amendmentChoices, buildAmendment, ratifyByBoth } from './amend';
import { exitInput, exitReason, leave } from './leave';

describeOnBothDatabases('settling the exit of a party', (open) => {
  it('[C39] [H18] empties its seats, sends what is being signed back with the reason, and keeps what it signed', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const published = await buildRevision(db, workspace);
    for (const desk of [north, south]) answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, published));
    const waiting = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, waiting));
    const sid = await buildSession(db, south.checkers[0]);
    const before = await db.select().from(signOffs).where(eq(signOffs.workspaceId, id));
    await leave(db, south);
    const [ended] = await db.select().from(revisions).where(eq(revisions.id, waiting.id));
    expect(ended).toMatchObject({ state: 'withdrawn', endedReason: exitReason, endedByParty: south.id });
    const [kept] = await db.select().from(revisions).where(eq(revisions.id, published.id));
    expect(kept).toMatchObject({ state: 'published' });
    expect(await db.select().from(signOffs).where(eq(signOffs.workspaceId, id))).toEqual(before);
    const seated = and(eq(memberships.workspaceId, id), isNull(memberships.endedAt));
    const rows = await db.select().from(memberships).where(seated);
    expect(rows.filter(({ partyId }) => partyId === south.id)).toEqual([]);
    expect(rows.filter(({ partyId }) => partyId === north.id)).toHaveLength(4);
    const [session] = await db.select().from(sessions).where(eq(sessions.sid, sid));
    expect(session?.revokedAt).toEqual(noon);
    expect(await memberOfPerson({ personId: south.moderators[0].id, confirmedAt: noon }, db)).toBeUndefined();
  });

  it('[C39] [C21] [H18] publishes nothing more under a charter that names it, and everything under the next one', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { noticeDays: 0 } });
    const { id, north, south } = workspace;
    const claim = await buildSignable(db, workspace);
    await leave(db, south);
    const freezing = () => propose(contextFor(db, north.checkers[0]), claim.id);
    expect(await refusalOf(db, id, freezing)).toMatchObject({ code: 'charter-unmet', clauses: 'C21' });
    const [mover] = north.moderators;
    // A draft says of who has left what it likes: nobody reads that.
    const alone = await proposing(db, mover, { ...amendmentChoices({ noticeDays: 0 }), ...sameParties(workspace) });
    expect(await refusalOf(db, id, alone)).toEqual({ code: 'signing-parties-few', needed: 2 });
    const as = (party: { name: string; letter: string }) =>
      proposing(db, mover, choicesOfJoining('a1b2c3d4', { ...party, standing: 'signing' }));
    // Readers would take the one for the other, in what was signed before and in what follows.
    for (const taken of [
      { name: 'SOUTHERN  desk', letter: 'E' },
      { name: 'Eastern desk', letter: 'S' },
    ])
      expect(await refusalOf(db, id, await as(taken))).toEqual({ code: 'party-exists', name: taken.name });
    expect(answerOf(await (await as({ name: 'Eastern desk', letter: 'E' }))())).toMatchObject({ number: 2 });
  });

  it('[RT9] [H18] ends a retraction that waits for its word, with the reason, and lets nobody propose another', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const { revisionId } = await buildVerdict(db, workspace);
    const waiting = await buildRetraction(db, workspace, revisionId);
    answerOf(await countersign(contextFor(db, south.moderators[0]), waiting.id));
    const second = await buildVerdict(db, workspace);
    const own = await buildRetraction(db, workspace, second.revisionId, { by: south.checkers[0] });
    await leave(db, south);
    const rows = await db.select().from(retractions).where(eq(retractions.workspaceId, id));
    const ended = { endedReason: exitReason, endedByParty: south.id, endedAt: noon };
    expect(rows.find((row) => row.id === waiting.id)).toMatchObject({ ...ended, state: 'declined' });
    expect(rows.find((row) => row.id === own.id)).toMatchObject({ ...ended, state: 'withdrawn' });
    const types = (await eventsOf(db, id)).map(({ type }) => type);
    expect(
      types
        .filter((type) => type.startsWith('retraction.'))
        .slice(-2)
        .toSorted(),
    ).toEqual(['retraction.declined', 'retraction.withdrawn']);
    const [kept] = await db.select().from(revisions).where(eq(revisions.id, revisionId));
    expect(kept).toMatchObject({ state: 'published' });
    const again = () => proposeRetraction(contextFor(db, north.checkers[0]), { revisionId, reason: retractionReason });
    expect(await refusalOf(db, id, again)).toMatchObject({ code: 'party-left', clause: 'C21', count: 1 });
  });

  it('[H18] withdraws an amendment that names it, also one in notice, and is asked for none any more', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { south } = workspace;
    const next = await buildAmendment(db, workspace, { minSources: 3 });
    expect(await ratifyByBoth(db, workspace, next)).toMatchObject({ state: 'notice' });
    await leave(db, south);
    const [row] = await db.select().from(charterVersions).where(eq(charterVersions.id, next.id));
    expect(row).toMatchObject({ state: 'withdrawn', endedReason: exitReason });
  });

  it('[H18] is for another moderator of the same party to confirm, and for either to take back', async () => {
    const db = await open();
    const { id, north, south, steward, mission } = await buildWorkspace(db);
    const [first, second] = south.moderators;
    const settle = (by: typeof first, as: string) => () => settleExit(contextFor(db, by), { as });
    expect(await refusalOf(db, id, settle(second, 'confirmed'))).toEqual({ code: 'no-exit-declared' });
    answerOf(await declareExit(contextFor(db, first), await exitInput(db, id)));
    expect(await refusalOf(db, id, settle(first, 'confirmed'))).toEqual({ code: 'exit-needs-another' });
    expect(await refusalOf(db, id, settle(north.moderators[0], 'confirmed'))).toEqual({ code: 'no-exit-declared' });
    for (const by of [south.checkers[0], steward, mission.observers[1]])
      expect(await refusalOf(db, id, settle(by, 'confirmed'))).toMatchObject({ code: 'not-allowed' });
    expect(await refusalOf(db, id, settle(first, 'maybe'))).toMatchObject({ code: 'invalid-input' });
    expect(answerOf(await settle(first, 'withdrawn')())).toEqual({ state: 'withdrawn' });
    answerOf(await declareExit(contextFor(db, second), await exitInput(db, id)));
    expect(answerOf(await settle(first, 'confirmed')())).toEqual({ state: 'left' });
    const undoing = sql`update party_exits set left_at = null where party_id = ${south.id} and left_at is not null`;
    await expect(db.execute(undoing)).rejects.toMatchObject({ cause: { message: expect.stringContaining('leaves once') } });
  });
});
