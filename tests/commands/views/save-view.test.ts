import { expect, it } from 'vitest';
import { saveView } from '@/commands/views/save-view';
import { savedViewsOf } from '@/db/queries/desk/saved-views-of';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('saving a view of the list', (open) => {
  it('[D8] is there for its maker, for the party when it is shared, and for nobody else', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const [maker, other] = north.checkers;
    const save = (name: string, sharedWith: string) =>
      saveView(contextFor(db, maker), { name, parameters: 'due=overdue&sort=due', sharedWith });
    answerOf(await save('  Late ones ', 'party'));
    answerOf(await save('Mine alone', 'nobody'));
    const seen = async (person: Person) =>
      (await savedViewsOf({ member: actorFor(person) }, db)).map(({ name, isOwn, parameters }) => [name, isOwn, parameters]);
    expect(await seen(maker)).toEqual([
      ['Late ones', true, 'due=overdue&sort=due'],
      ['Mine alone', true, 'due=overdue&sort=due'],
    ]);
    expect(await seen(other)).toEqual([['Late ones', false, 'due=overdue&sort=due']]);
    for (const person of [south.moderators[0], mission.observers[0], steward]) expect(await seen(person)).toEqual([]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'view.saved', facts: {} });
  });

  it('[D8] refuses a name twice, a name that nobody sees, and more views than a bar holds', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const context = contextFor(db, workspace.north.checkers[0]);
    const input = { name: 'Late ones', parameters: 'due=overdue', sharedWith: 'nobody' };
    answerOf(await saveView(context, input));
    const refused = (more: object) => refusalOf(db, workspace.id, () => saveView(context, { ...input, ...more }));
    expect(await refused({})).toEqual({ code: 'view-exists', name: 'Late ones' });
    for (const more of [
      { name: ' \u200b' },
      { name: 'x'.repeat(61) },
      { sharedWith: 'everybody' },
      { parameters: 'due=overdue&utm=x' },
      { parameters: 'a\u0000b' },
      { parameters: 'x'.repeat(2001) },
    ])
      expect((await refused(more)).code).toBe('invalid-input');
    for (let n = 2; n <= 20; n++) answerOf(await saveView(context, { ...input, name: `View ${n}` }));
    expect(await refused({ name: 'One more' })).toEqual({ code: 'too-many-views', limit: 20 });
    // Another person has a bar of their own.
    answerOf(await saveView(contextFor(db, workspace.north.checkers[1]), input));
  });

  it('[A2] refuses a steward and a stranger', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const input = { name: 'Late ones', parameters: '', sharedWith: 'party' };
    const refused = async (context: Parameters<typeof saveView>[0]) =>
      (await refusalOf(db, workspace.id, () => saveView(context, input))).code;
    expect(await refused(contextFor(db, workspace.steward))).toBe('not-allowed');
    expect(await refused(contextOf(db, { kind: 'public' }))).toBe('not-signed-in');
    answerOf(await saveView(contextFor(db, workspace.mission.observers[0]), input));
  });
});
