import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { PartiesInput } from '@/commands/charter/parties-input';
import { proposeDraft } from '@/commands/charter/propose-draft';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { withdrawAmendment } from '@/commands/charter/withdraw-amendment';
import { openClaim } from '@/commands/claims/open-claim';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { openAmendment } from '@/db/queries/open-amendment';
import { charterDrafts } from '@/db/queries/open-charter-draft';
import { charterVersions, documents, parties } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { compareCharters } from '@/domain/charter/compare-charters';
import { clauseKey, ratingKey } from '@/domain/charter/draft';
import { defaultRatings } from '@/domain/charter/parameters';
import { answerOf, buildClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { choicesOfJoining, choicesOfParties, draftTogether, proposing } from '@/tests/support/charter-draft';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildUnledWorkspace } from '@/tests/support/invite';
import { expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { advance, amendmentChoices, buildAmendment, daysAfterNoon, ratifyByBoth } from './amend';

describeOnBothDatabases('proposing the draft of a charter', (open) => {
  it('[C38] [H16] [H20] stores what the server holds as the next version, beside the one in force, which goes on binding', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    await draftTogether(db, south.checkers[0], { coolingOffHours: 12 });
    const next = answerOf(await (await proposing(db, north.moderators[0], { minSources: 3 }, north.checkers[0]))());
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

  it('[H8] [H20] proposes a desk’s first, with the parties as they were set up and whatever the draft says of them', async () => {
    const db = await open();
    const { id, north, south, mission } = await buildUnledWorkspace(db);
    const chosen = { language: 'ar', minSources: 5, ...choicesOfParties([{ id: south.id, standing: 'none' }]) };
    const proposed = answerOf(await (await proposing(db, north.moderator, chosen))());
    const [row] = await db.select().from(charterVersions).where(eq(charterVersions.id, proposed.id));
    const charter = Charter.parse(JSON.parse(new TextDecoder().decode(row?.bytes)));
    expect(charter).toMatchObject({ number: 1, language: 'ar', parameters: { minSources: 5 } });
    expect(charter.parties.map((party) => [party.id, party.standing])).toEqual([
      [north.id, 'signing'],
      [south.id, 'signing'],
      [mission.id, 'observing'],
    ]);
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'charter.proposed', personId: north.moderator.id });
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
    const another = await proposing(db, south.moderators[0], amendmentChoices({ minSources: 5 }));
    expect(await refusalOf(db, id, another)).toEqual({ code: 'amendment-open', number: 3 });
    answerOf(await ratifyCharter(contextFor(db, south.moderators[0]), { sha256: second.sha256 }));
    expect(await refusalOf(db, id, another)).toMatchObject({ code: 'charter-in-notice', number: 3 });
  });

  it('[H20] is refused when the draft says something else than what was read, and once it has ended', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const read = await proposing(db, north.moderators[0], { minSources: 3 });
    await draftTogether(db, south.checkers[0], { minSources: 4 });
    expect(await refusalOf(db, id, read)).toEqual({ code: 'draft-moved' });
    // What says the same again moves nothing.
    await draftTogether(db, south.checkers[0], { minSources: 3 });
    answerOf(await read());
    expect(await refusalOf(db, id, read)).toEqual({ code: 'draft-closed' });
    const elsewhere = await buildWorkspace(db);
    const foreign = () => proposeDraft(contextFor(db, elsewhere.north.moderators[0]), { draft: 1, seq: 1 });
    expect(await refusalOf(db, elsewhere.id, foreign)).toEqual({ code: 'not-found' });
    for (const input of [{}, { draft: 0, seq: 1 }, { draft: 1, seq: 1, parameters: {} }])
      expect((await refusalOf(db, id, () => proposeDraft(contextFor(db, north.moderators[0]), input))).code).toBe(
        'invalid-input',
      );
  });

  it('[H19] ends the draft, which stays readable; a version that comes into force ends the one begun meanwhile', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const next = await buildAmendment(db, workspace, { minSources: 3 });
    await ratifyByBoth(db, workspace, next);
    const { name } = await draftTogether(db, south.checkers[0], { minSources: 9 });
    answerOf(await advance(db, next.id, daysAfterNoon(7)));
    expect((await charterDrafts({ workspaceId: id }, db)).map(({ isClosed }) => isClosed)).toEqual([true, true]);
    const { collab } = contextFor(db, north.moderators[0]);
    expect((await collab.charterDraftAt(name))?.values).toMatchObject({ minSources: 9 });
    const { name: anew } = await draftTogether(db, south.checkers[0], {});
    expect((await collab.charterDraftAt(anew))?.values).toMatchObject({ minSources: 3 });
  });

  it('[H16] [H21] is refused without a change, with fewer than two signing parties, and without a party that is still asked', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south, mission } = workspace;
    const [by] = north.moderators;
    expect(await refusalOf(db, id, await proposing(db, by, {}))).toEqual({ code: 'unchanged' });
    const alone = await proposing(db, by, choicesOfParties([{ id: south.id, standing: 'observing' }]));
    expect(await refusalOf(db, id, alone)).toEqual({ code: 'signing-parties-few', needed: 2 });
    const without = choicesOfParties([
      { id: south.id, standing: 'none' },
      { id: mission.id, standing: 'signing' },
    ]);
    const refused = await refusalOf(db, id, await proposing(db, by, without));
    expect(refused).toEqual({ code: 'party-still-asked', name: south.name });
    const joining = choicesOfJoining('a1b2c3d4', { name: 'NORTHERN  desk', letter: 'X', standing: 'observing' });
    const twice = await proposing(db, by, { ...choicesOfParties([{ id: south.id, standing: 'signing' }]), ...joining });
    expect(await refusalOf(db, id, twice)).toMatchObject({ code: 'party-exists' });
  });

  it('[H20] names the clauses and the fields that are at fault', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north } = workspace;
    const noRatings = Object.fromEntries(defaultRatings.map(({ key }) => [ratingKey(key), false]));
    // No editor and no frame brings such a number; what is in the log all the same is judged again.
    const unfit = await proposing(db, north.moderators[0], { ...noRatings, minSources: 21 });
    expect(await refusalOf(db, id, unfit)).toMatchObject({
      code: 'draft-unfit',
      clauses: 'C07, C06',
      issues: [{ field: 'parameters.minSources' }, { field: 'parameters.ratings' }],
    });
    const nameless = choicesOfJoining('a1b2c3d4', { name: ' ', letter: '1', standing: 'signing' });
    const joining = await proposing(db, north.moderators[0], { ...amendmentChoices(), ...nameless });
    expect(await refusalOf(db, id, joining)).toMatchObject({
      code: 'draft-unfit',
      clauses: 'none',
      issues: [{ field: 'parties.joining.0.name' }, { field: 'parties.joining.0.letter' }],
    });
  });

  it('[H17] takes no two joining parties under one name or letter, however they are written', () => {
    const joining = [
      { name: 'Eastern desk', letter: 'E', standing: 'signing' },
      { name: 'EASTERN  desk', letter: 'é', standing: 'observing' },
    ];
    const issues = PartiesInput.safeParse({ known: [], joining }).error?.issues.map(({ path }) => path.join('.'));
    expect(issues).toContain('joining.1.name');
  });

  it('[H2] leaves out optional clauses alone, and the software asks for them no more', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { noticeDays: 0 } });
    const { north } = workspace;
    const opening = async () => {
      const { id: claimId } = await buildClaim(db, workspace);
      return openClaim(contextFor(db, north.checkers[0]), { claimId });
    };
    expect(await opening()).toMatchObject({ ok: false });
    const next = answerOf(await (await proposing(db, north.moderators[0], { [clauseKey('C02')]: false }))());
    await ratifyByBoth(db, workspace, next);
    const inForce = await charterInForce({ workspaceId: workspace.id }, db);
    expect(inForce?.charter.clauses.map(({ id }) => id)).not.toContain('C02');
    expect(await opening()).toMatchObject({ ok: true });
    // A later draft begins with what is left out.
    const { name } = await draftTogether(db, north.checkers[0], {});
    const held = await contextFor(db, north.checkers[0]).collab.charterDraftAt(name);
    expect(held?.values).toMatchObject({ [clauseKey('C02')]: false, [clauseKey('C18')]: true });
  });

  it('[A2] is done by moderators of signing parties alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { draft, seq } = await draftTogether(db, workspace.north.checkers[0], { minSources: 3 });
    await expectOnlyEditors(db, workspace, (context) => proposeDraft(context, { draft, seq }));
    const checker = contextFor(db, workspace.south.checkers[0]);
    expect(await refusalOf(db, workspace.id, () => proposeDraft(checker, { draft, seq }))).toMatchObject({ code: 'not-allowed' });
    const [row] = await db.select().from(documents).where(eq(documents.workspaceId, workspace.id));
    expect(row).toMatchObject({ kind: 'charter', isClosed: false });
  });

  it('[H17] gives a party that joins its row with the proposal, and its bytes name it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const joining = choicesOfJoining('a1b2c3d4', { name: 'Eastern desk', letter: 'E', standing: 'signing' });
    const next = answerOf(await (await proposing(db, north.moderators[0], joining))());
    const rows = await db.select().from(parties).where(eq(parties.workspaceId, workspace.id));
    const east = rows.find(({ name }) => name === 'Eastern desk');
    expect(east).toMatchObject({ position: 4, slug: 'eastern-desk', standing: 'signing' });
    const [row] = await db.select().from(charterVersions).where(eq(charterVersions.id, next.id));
    const charter = Charter.parse(JSON.parse(new TextDecoder().decode(row?.bytes)));
    expect(charter.parties.map(({ id }) => id)).toEqual([north.id, south.id, mission.id, east?.id]);
    await expect(ratifyByBoth(db, workspace, next)).resolves.toMatchObject({ state: 'proposed', missing: ['Eastern desk'] });
  });

  it('[H17] [H14] names a party of a proposal that came to nothing again, and keeps nobody from its name or letter', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [by] = workspace.north.moderators;
    const reason = 'The parties want to talk about it once more.';
    const naming = async (letter: string) => {
      const joining = choicesOfJoining('a1b2c3d4', { name: 'Eastern desk', letter, standing: 'signing' });
      const { sha256 } = answerOf(await (await proposing(db, by, joining))());
      answerOf(await withdrawAmendment(contextFor(db, by), { sha256, reason }));
      const rows = await db.select().from(parties).where(eq(parties.workspaceId, workspace.id)).orderBy(parties.position);
      return rows.slice(3).map((row) => row.letter);
    };
    expect(await naming('E')).toEqual(['E']);
    expect(await naming('E')).toEqual(['E']);
    expect(await naming('D')).toEqual(['E', 'D']);
  });
});
