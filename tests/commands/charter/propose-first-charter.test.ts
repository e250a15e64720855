import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { proposeFirstCharter } from '@/commands/charter/propose-first-charter';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { openClaim } from '@/commands/claims/open-claim';
import { charterStep } from '@/db/queries/desk/charter-step';
import { charterVersions } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { answerOf, buildClaim, buildWorkspace, charterInput, contextFor, contextOf, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildUnledWorkspace } from '@/tests/support/invite';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const withParameters = (changes: Record<string, unknown>, language = 'en') => {
  const input = charterInput(language);
  return { ...input, parameters: { ...input.parameters, ...changes } };
};

describeOnBothDatabases('proposing the first charter', (open) => {
  it('[H8] is done by a moderator of a signing party, with the parties as they were set up and the chosen numbers', async () => {
    const db = await open();
    const { id, north, south, mission } = await buildUnledWorkspace(db);
    const chosen = withParameters({ minSources: 5, ratings: ['not-accurate', 'accurate'] }, 'ar');
    const proposed = answerOf(await proposeFirstCharter(contextFor(db, north.moderator), chosen));
    const [row] = await db.select().from(charterVersions).where(eq(charterVersions.id, proposed.id));
    const charter = Charter.parse(JSON.parse(new TextDecoder().decode(row?.bytes)));
    expect(row).toMatchObject({ number: 1, state: 'proposed', sha256: proposed.sha256 });
    expect(charter).toMatchObject({ language: 'ar', parameters: { minSources: 5 } });
    expect(charter.parameters.ratings).toEqual([
      { key: 'accurate', value: 5 },
      { key: 'not-accurate', value: 1 },
    ]);
    expect(charter.parties.map((party) => [party.id, party.standing])).toEqual([
      [north.id, 'signing'],
      [south.id, 'signing'],
      [mission.id, 'observing'],
    ]);
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'charter.proposed', personId: north.moderator.id });
  });

  it('[H8] is refused to everybody else', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { ratified: false });
    const { id, north, mission, steward } = workspace;
    const refused = async (by: Person) =>
      (await refusalOf(db, id, () => proposeFirstCharter(contextFor(db, by), charterInput()))).code;
    for (const by of [north.checkers[0], mission.observers[0], steward]) expect(await refused(by)).toBe('not-allowed');
    const stranger = () => proposeFirstCharter(contextOf(db, { kind: 'public' }), charterInput());
    expect((await refusalOf(db, id, stranger)).code).toBe('not-signed-in');
  });

  it('[H2] takes numbers within their bounds, known ratings, and a language that there is a text in', async () => {
    const db = await open();
    const { id, north } = await buildUnledWorkspace(db);
    const refused = (input: unknown) => refusalOf(db, id, () => proposeFirstCharter(contextFor(db, north.moderator), input));
    expect(await refused(withParameters({ minSources: 21 }))).toMatchObject({
      code: 'invalid-input',
      issues: [{ field: 'parameters.minSources' }],
    });
    for (const changes of [
      { minSources: null },
      { signersPerParty: 0 },
      { ratings: ['accurate'] },
      { ratings: ['accurate', 'lies'] },
    ])
      expect((await refused(withParameters(changes))).code).toBe('invalid-input');
    expect((await refused(withParameters({ ratings: ['accurate', 'accurate'] }))).code).toBe('invalid-input');
    expect((await refused({ ...charterInput(), language: 'tr' })).code).toBe('invalid-input');
    expect((await refused({ ...charterInput(), parties: [] })).code).toBe('invalid-input');
  });

  it('[H9] takes the place of a proposal that is not in force, and nobody ratifies that one any more', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { ratified: false });
    const { id, north, south, charter: first } = workspace;
    answerOf(await ratifyCharter(contextFor(db, north.moderators[0]), { sha256: first.sha256 }));
    const second = answerOf(await proposeFirstCharter(contextFor(db, south.moderators[0]), withParameters({ minSources: 3 })));
    expect(second.number).toBe(2);
    const late = () => ratifyCharter(contextFor(db, south.moderators[0]), { sha256: first.sha256 });
    expect(await refusalOf(db, id, late)).toEqual({ code: 'charter-superseded', number: 1 });
    expect(await charterStep({ workspaceId: id }, db)).toMatchObject({
      kind: 'ratify',
      number: 2,
      parties: [{ id: north.id }, { id: south.id }],
    });
    for (const desk of [north, south])
      answerOf(await ratifyCharter(contextFor(db, desk.moderators[0]), { sha256: second.sha256 }));
    const states = await db
      .select({ number: charterVersions.number, state: charterVersions.state })
      .from(charterVersions)
      .where(eq(charterVersions.workspaceId, id))
      .orderBy(asc(charterVersions.number));
    expect(states).toEqual([
      { number: 1, state: 'proposed' },
      { number: 2, state: 'in-force' },
    ]);
    const another = () => proposeFirstCharter(contextFor(db, north.moderators[0]), charterInput());
    expect(await refusalOf(db, id, another)).toEqual({ code: 'charter-is-in-force', number: 2 });
    expect(await charterStep({ workspaceId: id }, db)).toBeNull();
  });

  it('[H10] comes before any claim is opened', async () => {
    const db = await open();
    const unled = await buildUnledWorkspace(db);
    expect(await charterStep({ workspaceId: unled.id }, db)).toEqual({
      kind: 'draft',
      parties: [{ id: unled.north.id, name: 'Northern desk' }],
      unled: [{ id: unled.south.id, name: 'Southern desk' }],
    });
    const workspace = await buildWorkspace(db, { ratified: false });
    const claim = await buildClaim(db, workspace);
    const opening = () => openClaim(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id, statement: 'fact' });
    expect(await refusalOf(db, workspace.id, opening)).toEqual({ code: 'no-charter-in-force' });
  });
});
