import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { agreeToCharter } from '@/commands/claims/agree-to-charter';
import { charterOfClaim } from '@/db/queries/charter-of-claim';
import { standingOfParty } from '@/db/queries/parties-of-desk';
import { claims, questionAcceptances } from '@/db/schema';
import { advance, amend } from '@/tests/commands/charter/amend';
import {
  actorFor,
  answerOf,
  buildOpenClaim,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
} from '@/tests/support/build';
import { choicesOfParties, proposing } from '@/tests/support/charter-draft';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, buildSignable, sign } from '@/tests/support/sign';
import { eventsOf, expectForeignIsUnknown, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('moving a claim to the charter in force', (open) => {
  it('[C38] [H15] needs every signing party, and leaves everything else of the claim as it is', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: workspaceId, north, south } = workspace;
    const { id: claimId } = await buildSignable(db, workspace);
    const { sha256 } = await amend(db, workspace, { minSources: 3 });
    const input = { claimId, sha256 };
    const agreed = await db.select().from(questionAcceptances).where(eq(questionAcceptances.claimId, claimId));
    const [before] = await db.select().from(claims).where(eq(claims.id, claimId));
    expect(answerOf(await agreeToCharter(contextFor(db, north.moderators[0]), input))).toEqual({
      number: 2,
      state: 'waiting',
      missing: [south.name],
    });
    const again = () => agreeToCharter(contextFor(db, north.moderators[1]), input);
    expect(await refusalOf(db, workspaceId, again)).toEqual({ code: 'already-agreed' });
    expect(await charterOfClaim({ claimId, workspaceId }, db)).toMatchObject({ number: 1 });
    expect(answerOf(await agreeToCharter(contextFor(db, south.moderators[0]), input))).toMatchObject({ state: 'moved' });
    expect(await charterOfClaim({ claimId, workspaceId }, db)).toMatchObject({ number: 2 });
    const [after] = await db.select().from(claims).where(eq(claims.id, claimId));
    expect(after).toEqual({ ...before, charterVersionId: after?.charterVersionId });
    expect(await db.select().from(questionAcceptances).where(eq(questionAcceptances.claimId, claimId))).toEqual(agreed);
    const told = (await eventsOf(db, workspaceId)).map(({ type }) => type).slice(-3);
    expect(told).toEqual(['claim.charter-agreed', 'claim.charter-agreed', 'claim.charter-moved']);
  });

  it('[A11] [H7] [H15] hears a party that the version in force made an observing one, wherever its charter still asks it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { noticeDays: 0 } });
    const { north, south, mission } = workspace;
    const revision = await buildRevision(db, workspace);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const changed = choicesOfParties([
      { id: south.id, standing: 'observing' },
      { id: mission.id, standing: 'signing' },
    ]);
    const { id: charterId, sha256 } = answerOf(await (await proposing(db, north.moderators[0], changed))());
    for (const person of [north.moderators[0], south.moderators[0], mission.observers[0]])
      answerOf(await ratifyCharter(contextFor(db, person), { sha256 }));
    answerOf(await advance(db, charterId, noon));
    // As a session finds them now.
    const seatedNow = async (person: Person) => {
      const standing = await standingOfParty({ workspaceId: workspace.id, partyId: person.party?.id ?? '' }, db);
      return contextOf(db, { ...actorFor(person), party: person.party && { ...person.party, standing } });
    };
    const observing = await seatedNow(south.moderators[0]);
    expect(observing.actor).toMatchObject({ party: { standing: 'observing' } });
    answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
    expect(answerOf(await sign(observing, workspace, revision))).toMatchObject({ state: 'published' });
    const input = { claimId, sha256 };
    for (const context of [contextFor(db, north.moderators[0]), await seatedNow(mission.observers[0])])
      expect(answerOf(await agreeToCharter(context, input))).toMatchObject({ state: 'waiting' });
    expect(answerOf(await agreeToCharter(observing, input))).toMatchObject({ state: 'moved', missing: [] });
  });

  it('[A11] takes no word of an observing party that neither version asks', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const { sha256 } = await amend(db, workspace, { minSources: 3 });
    const stranger = () => agreeToCharter(contextFor(db, workspace.mission.observers[0]), { claimId, sha256 });
    expect(await refusalOf(db, workspace.id, stranger)).toEqual({ code: 'not-allowed', permission: 'charter.move' });
  });

  it('[H15] is refused while a revision is being signed, by another digest, and where nothing would change', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north } = workspace;
    const signing = await buildRevision(db, workspace);
    const idle = await buildOpenClaim(db, workspace);
    const agreeing = (claimId: string, sha256: string) => () =>
      agreeToCharter(contextFor(db, north.moderators[0]), { claimId, sha256 });
    expect(await refusalOf(db, id, agreeing(idle.id, workspace.charter.sha256))).toEqual({ code: 'unchanged' });
    const { sha256 } = await amend(db, workspace, { minSources: 3 });
    expect(await refusalOf(db, id, agreeing(signing.claimId, sha256))).toEqual({ code: 'revision-in-signing', number: 1 });
    expect(await refusalOf(db, id, agreeing(idle.id, workspace.charter.sha256))).toEqual({
      code: 'charter-not-in-force',
      number: 2,
    });
    expect(await refusalOf(db, id, agreeing(idle.id, 'no digest'))).toMatchObject({ code: 'invalid-input' });
  });

  it('[H15] [C38] is not done by a statement that nobody agreed to', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const { id } = await amend(db, workspace, { minSources: 3 });
    const moving = db.execute(sql`update claims set charter_version_id = ${id} where id = ${claimId}`);
    await expect(moving).rejects.toMatchObject({ cause: { message: expect.stringContaining('its charter') } });
  });

  it('[A2] [A3] is for moderators of signing parties, of this desk', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const { sha256 } = workspace.charter;
    await expectOnlyEditors(db, workspace, (context) => agreeToCharter(context, { claimId, sha256 }));
    const checker = () => agreeToCharter(contextFor(db, workspace.north.checkers[0]), { claimId, sha256 });
    expect(await refusalOf(db, workspace.id, checker)).toMatchObject({ code: 'not-allowed' });
    await expectForeignIsUnknown(db, workspace, claimId, (context, id) => agreeToCharter(context, { claimId: id, sha256 }));
  });
});
