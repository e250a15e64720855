import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { writeStatement } from '@/commands/transparency/write-statement';
import { toldNotifications } from '@/db/queries/desk/told-notifications';
import { publicTransparency } from '@/db/queries/public/transparency';
import { transparencyConfirmations, transparencyStatements } from '@/db/schema';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const words = 'Both desks agree the question first, and sign what they have checked.';

describeOnBothDatabases('writing what the desk says about itself', (open) => {
  it('[TR1] [TR2] keeps each version, and the writer’s party confirms it with it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north } = workspace;
    const context = contextFor(db, north.moderators[0]);
    expect(answerOf(await writeStatement(context, { section: 'methodology', text: ` ${words} ` })).number).toBe(1);
    const later = new Date(noon.getTime() + 1000);
    const second = contextFor(db, north.moderators[1], { now: later });
    const { id } = answerOf(await writeStatement(second, { section: 'methodology', text: `${words} And more.` }));
    const kept = await db
      .select()
      .from(transparencyStatements)
      .where(eq(transparencyStatements.workspaceId, workspace.id))
      .orderBy(asc(transparencyStatements.number));
    expect(kept.map(({ number, text, partyId, writtenBy, at }) => ({ number, text, partyId, writtenBy, at }))).toEqual([
      { number: 1, text: words, partyId: null, writtenBy: north.moderators[0].id, at: noon },
      { number: 2, text: `${words} And more.`, partyId: null, writtenBy: north.moderators[1].id, at: later },
    ]);
    expect(await db.select().from(transparencyConfirmations).where(eq(transparencyConfirmations.statementId, id))).toMatchObject([
      { partyId: north.id, personId: north.moderators[1].id, at: later },
    ]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'transparency.written',
      subjectId: id,
      facts: { section: 'methodology', party: 'Northern desk' },
    });
  });

  it('[TR1] [K9] tells the moderators whose parties have still to confirm the desk’s words, and nobody of a party’s own', async () => {
    const db = await open();
    const { north, south, mission, steward } = await buildWorkspace(db);
    const context = contextFor(db, north.moderators[0]);
    answerOf(await writeStatement(context, { section: 'funding', text: 'The ministry pays.' }));
    answerOf(await writeStatement(context, { section: 'contact', text: words }));
    const told = async (person: Person) =>
      (await toldNotifications({ member: actorFor(person), before: undefined }, db)).items.map(({ kind, by }) => [
        kind,
        by?.partyId,
      ]);
    for (const person of south.moderators) expect(await told(person)).toEqual([['statement-written', north.id]]);
    for (const person of [...north.moderators, ...south.checkers, ...mission.observers, steward])
      expect(await told(person), person.name).toEqual([]);
  });

  it('[TR1] [TR4] makes a party’s own words public at once, an observing party’s too, and the desk’s only when each has confirmed them', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, mission } = workspace;
    answerOf(await writeStatement(contextFor(db, north.moderators[0]), { section: 'funding', text: 'The ministry pays.' }));
    answerOf(await writeStatement(contextFor(db, mission.observers[0]), { section: 'funding', text: 'Its members pay.' }));
    answerOf(await writeStatement(contextFor(db, north.moderators[0]), { section: 'contact', text: 'desk@example.org' }));
    const said = await publicTransparency({ workspaceId: workspace.id }, db);
    expect(said.statements.map(({ section, partyId, text }) => [section, partyId, text])).toEqual(
      expect.arrayContaining([
        ['funding', north.id, 'The ministry pays.'],
        ['funding', mission.id, 'Its members pay.'],
      ]),
    );
    expect(said.statements).toHaveLength(2);
    expect(said.days).toBeNull();
  });

  it('[C40] [TR1] [TR5] is for moderators: of the whole desk for those of signing parties, and never for a steward', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, mission, steward } = workspace;
    const refused = async (context: Parameters<typeof writeStatement>[0], section = 'members') =>
      (await refusalOf(db, workspace.id, () => writeStatement(context, { section, text: words }))).code;
    expect(await refused(contextFor(db, north.checkers[0]))).toBe('not-allowed');
    expect(await refused(contextFor(db, mission.observers[1]))).toBe('not-allowed');
    expect(await refused(contextFor(db, mission.observers[0]), 'methodology')).toBe('not-allowed');
    expect(await refused(contextFor(db, steward))).toBe('not-allowed');
    expect(await refused(contextFor(db, steward), 'contact')).toBe('not-allowed');
    expect(await refused(contextOf(db, { kind: 'public' }))).toBe('not-signed-in');
  });

  it('[TR2] refuses the same words, no words, too many, a section that there is not, and another party’s section', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const context = contextFor(db, workspace.north.moderators[0]);
    answerOf(await writeStatement(context, { section: 'contact', text: words }));
    const refused = async (input: unknown) => (await refusalOf(db, workspace.id, () => writeStatement(context, input))).code;
    expect(await refused({ section: 'contact', text: `${words}  ` })).toBe('unchanged');
    expect(await refused({ section: 'contact', text: ' \u200b ' })).toBe('invalid-input');
    expect(await refused({ section: 'contact', text: 'x'.repeat(6001) })).toBe('invalid-input');
    expect(await refused({ section: 'history', text: words })).toBe('invalid-input');
    expect(await refused({ section: 'members', text: words, partyId: workspace.south.id })).toBe('invalid-input');
  });
});
