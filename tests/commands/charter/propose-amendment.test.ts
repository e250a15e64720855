import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { proposeAmendment } from '@/commands/charter/propose-amendment';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { openAmendment } from '@/db/queries/open-amendment';
import { charterVersions, parties } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { compareCharters } from '@/domain/charter/compare-charters';
import { answerOf, buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { amendmentInput, buildAmendment, ratifyByBoth, sameParties } from './amend';

describeOnBothDatabases('proposing an amendment', (open) => {
  it('[C38] [H16] stores the next version beside the one in force, which goes on binding', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const next = await buildAmendment(db, workspace, { coolingOffHours: 12, minSources: 3 });
    const [row] = await db.select().from(charterVersions).where(eq(charterVersions.id, next.id));
    expect(row).toMatchObject({ number: 2, state: 'proposed', proposedBy: north.moderators[0].id, proposedByParty: north.id });
    const inForce = await charterInForce({ workspaceId: id }, db);
    expect(inForce).toMatchObject({ number: 1 });
    const waiting = await openAmendment({ workspaceId: id }, db);
    expect(waiting?.missing.map((party) => party.id)).toEqual([north.id, south.id]);
    if (inForce === undefined || waiting === undefined) throw new Error('There is no amendment.');
    const changes = compareCharters(inForce.charter, waiting.charter);
    expect(changes.parameters).toEqual([
      { name: 'minSources', before: 2, after: 3 },
      { name: 'coolingOffHours', before: 0, after: 12 },
    ]);
    expect(changes.clauses.map((clause) => clause.id)).toContain('C07');
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'charter.proposed', facts: { number: 2, sha256: next.sha256 } });
  });

  it('[H14] takes the place of a proposal that its own party alone has ratified, and of no other', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const first = await buildAmendment(db, workspace, { minSources: 3 });
    answerOf(await ratifyCharter(contextFor(db, north.moderators[0]), { sha256: first.sha256 }));
    const second = await buildAmendment(db, workspace, { minSources: 4 }, south.moderators[0]);
    const late = () => ratifyCharter(contextFor(db, south.moderators[0]), { sha256: first.sha256 });
    expect(await refusalOf(db, id, late)).toEqual({ code: 'charter-superseded', number: 2 });
    answerOf(await ratifyCharter(contextFor(db, north.moderators[0]), { sha256: second.sha256 }));
    const another = () => proposeAmendment(contextFor(db, south.moderators[0]), amendmentInput(workspace, { minSources: 5 }));
    expect(await refusalOf(db, id, another)).toEqual({ code: 'amendment-open', number: 3 });
    answerOf(await ratifyCharter(contextFor(db, south.moderators[0]), { sha256: second.sha256 }));
    expect(await refusalOf(db, id, another)).toMatchObject({ code: 'charter-in-notice', number: 3 });
  });

  it('[H16] is refused without a charter in force, without a change, and with fewer than two signing parties', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const proposing = (changes: object) => () =>
      proposeAmendment(contextFor(db, north.moderators[0]), { ...amendmentInput(workspace), ...changes });
    expect(await refusalOf(db, id, proposing({}))).toEqual({ code: 'unchanged' });
    const alone = {
      ...sameParties(workspace),
      known: [
        { id: north.id, standing: 'signing' },
        { id: south.id, standing: 'observing' },
      ],
    };
    expect(await refusalOf(db, id, proposing({ parties: alone }))).toEqual({ code: 'signing-parties-few', needed: 2 });
    const known = sameParties(workspace).known;
    const joining = [{ name: 'NORTHERN  desk', letter: 'X', standing: 'observing' }];
    expect(await refusalOf(db, id, proposing({ parties: { known, joining } }))).toMatchObject({ code: 'party-exists' });
    const foreign = { known: [...known, { id: (await buildWorkspace(db)).north.id, standing: 'signing' }], joining: [] };
    expect(await refusalOf(db, id, proposing({ parties: foreign }))).toEqual({ code: 'party-unknown' });
    for (const changes of [{ parties: { known: [...known, ...known], joining: [] } }, { parties: undefined }, { language: 'tr' }])
      expect(await refusalOf(db, id, proposing(changes))).toMatchObject({ code: 'invalid-input' });
    const first = await buildWorkspace(db, { ratified: false });
    const early = () => proposeAmendment(contextFor(db, first.north.moderators[0]), amendmentInput(first, { minSources: 3 }));
    expect(await refusalOf(db, first.id, early)).toEqual({ code: 'no-charter-in-force' });
  });

  it('[A2] is done by moderators of signing parties alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const input = amendmentInput(workspace, { minSources: 3 });
    await expectOnlyEditors(db, workspace, (context) => proposeAmendment(context, input));
    const checker: Person = workspace.south.checkers[0];
    const refused = await refusalOf(db, workspace.id, () => proposeAmendment(contextFor(db, checker), input));
    expect(refused).toMatchObject({ code: 'not-allowed' });
  });

  it('[H17] gives a party that joins its row with the proposal, and its bytes name it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const joining = [{ name: 'Eastern desk', letter: 'E', standing: 'signing' as const }];
    const input = { ...amendmentInput(workspace), parties: { ...sameParties(workspace), joining } };
    const next = answerOf(await proposeAmendment(contextFor(db, north.moderators[0]), input));
    const rows = await db.select().from(parties).where(eq(parties.workspaceId, workspace.id));
    const east = rows.find(({ name }) => name === 'Eastern desk');
    expect(east).toMatchObject({ position: 4, slug: 'eastern-desk', standing: 'signing' });
    const [row] = await db.select().from(charterVersions).where(eq(charterVersions.id, next.id));
    const charter = Charter.parse(JSON.parse(new TextDecoder().decode(row?.bytes)));
    expect(charter.parties.map(({ id }) => id)).toEqual([north.id, south.id, mission.id, east?.id]);
    await expect(ratifyByBoth(db, workspace, next)).resolves.toMatchObject({ state: 'proposed', missing: ['Eastern desk'] });
  });
});
