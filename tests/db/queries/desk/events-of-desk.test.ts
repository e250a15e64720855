import { expect, it } from 'vitest';
import { assignClaim } from '@/commands/claims/assign-claim';
import { setDueDate } from '@/commands/claims/set-due-date';
import { cancelImport } from '@/commands/imports/cancel-import';
import { stopImport } from '@/commands/imports/stop-import';
import { beginSignOff } from '@/commands/signoffs/begin-sign-off';
import { saveView } from '@/commands/views/save-view';
import { type EventFilter, eventsOfClaim, eventsOfDesk } from '@/db/queries/desk/events-of-desk';
import { partyEvents, personalEvents } from '@/domain/policies/event-visibility';
import { begin, takeAll } from '@/tests/commands/imports/brought';
import { actorFor, answerOf, buildClaim, buildWorkspace, contextFor, contextOf, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { approval, buildRevision } from '@/tests/support/sign';

describeOnBothDatabases('the activity of a desk', (open) => {
  it('[D9] [D4] never tells what a person or a party keeps to itself, and a filter does not widen it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const revision = await buildRevision(db, workspace);
    const { claimId } = revision;
    answerOf(await beginSignOff(contextFor(db, south.moderators[0]), approval(workspace, revision)));
    answerOf(await assignClaim(contextFor(db, north.checkers[0]), { claimId, personId: north.checkers[1].id }));
    answerOf(await saveView(contextFor(db, north.checkers[0]), { name: 'All', parameters: '', sharedWith: 'party' }));
    const hidden: readonly string[] = [...personalEvents, ...partyEvents];
    const told = async (person: Person, filter: EventFilter = {}) => {
      const member = actorFor(person);
      const { items } = await eventsOfDesk({ member, before: undefined, filter }, db);
      const ofClaim = await eventsOfClaim({ claimId, member }, db);
      return [...items, ...ofClaim].map(({ type }) => type).filter((type) => hidden.includes(type));
    };
    for (const person of [south.moderators[0], mission.observers[0]]) {
      expect(await told(person)).toEqual([]);
      for (const filter of [
        { kind: 'claim' },
        { partyId: north.id },
        { personId: north.checkers[0].id },
        { kind: 'view' },
        { kind: 'sign-off' },
      ])
        expect(await told(person, filter), JSON.stringify(filter)).toEqual([]);
    }
    // The own party is told of the assignment, in the activity and in the claim's history.
    expect(await told(north.moderators[0])).toEqual(['claim.assigned', 'claim.assigned']);
  });

  it('[IN10] [D9] tells what became of a list to the party that brought it, and to no other', async () => {
    const db = await open();
    const { north, south, mission, steward } = await buildWorkspace(db);
    const [cancelled, stopped, finished] = [
      await begin(db, north.checkers[0]),
      await begin(db, north.checkers[0]),
      await begin(db, north.checkers[0]),
    ];
    answerOf(await cancelImport(contextFor(db, north.checkers[0]), { importId: cancelled }));
    answerOf(await stopImport(contextOf(db, { kind: 'system' }), stopped));
    await takeAll(db, north.checkers[0], finished);
    const told = async (person: Person) => {
      const { items } = await eventsOfDesk({ member: actorFor(person), before: undefined, filter: { kind: 'import' } }, db);
      return items.map(({ type }) => type);
    };
    const begun = ['import.begun', 'import.begun', 'import.begun'];
    expect(await told(north.moderators[0])).toEqual(['import.finished', 'import.stopped', 'import.cancelled', ...begun]);
    for (const person of [south.moderators[0], mission.observers[0], steward]) expect(await told(person)).toEqual([]);
  });

  it('[D9] [T31] narrows by party, person, kind, claim and day, and goes on where a page ended', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const member = actorFor(south.checkers[0]);
    const first = await buildClaim(db, workspace);
    const later = new Date('2026-03-05T12:00:00Z');
    const second = await buildClaim(db, workspace, { by: south.checkers[0] });
    answerOf(await setDueDate(contextFor(db, south.checkers[0], { now: later }), { claimId: second.id, dueOn: '2026-03-09' }));
    const told = async (filter: EventFilter) =>
      (await eventsOfDesk({ member, before: undefined, filter }, db)).items.map(
        ({ type, claimNumber }) => `${type} ${claimNumber}`,
      );
    const [dueSet, ofSecond, ofFirst] = ['claim.due-set 2', 'claim.submitted 2', 'claim.submitted 1'];
    expect(await told({ kind: 'claim' })).toEqual([dueSet, ofSecond, ofFirst]);
    expect(await told({ partyId: south.id, kind: 'claim' })).toEqual([dueSet, ofSecond]);
    expect(await told({ personId: north.checkers[0].id })).toEqual([ofFirst]);
    expect(await told({ claimNumber: 2 })).toEqual([dueSet, ofSecond]);
    expect(await told({ from: new Date('2026-03-05T00:00:00Z') })).toEqual([dueSet]);
    expect(await told({ until: noon, kind: 'claim' })).toEqual([]);
    expect(await told({ claimNumber: 99 })).toEqual([]);
    const stranger = actorFor((await buildWorkspace(db)).north.checkers[0]);
    expect((await eventsOfDesk({ member: stranger, before: undefined, filter: { claimNumber: 2 } }, db)).items).toEqual([]);

    for (let n = 0; n < 45; n++)
      answerOf(await setDueDate(contextFor(db, north.checkers[0]), { claimId: first.id, dueOn: n % 2 ? null : '2026-03-09' }));
    const page = await eventsOfDesk({ member, before: undefined, filter: { claimNumber: 1 } }, db);
    const rest = await eventsOfDesk({ member, before: page.nextCursor, filter: { claimNumber: 1 } }, db);
    expect([page.items.length, rest.items.length, rest.nextCursor]).toEqual([40, 6, undefined]);
    // A place is named by an event that the reader is told of: no number of it leaves, and one that another party keeps to itself names none.
    expect(page.nextCursor).toBe(page.items.at(-1)?.id);
    expect(Object.keys(page.items[0] ?? {})).not.toContain('seq');
    answerOf(await assignClaim(contextFor(db, north.checkers[0]), { claimId: first.id, personId: north.checkers[0].id }));
    const [kept] = (await eventsOfDesk({ member: actorFor(north.checkers[0]), before: undefined }, db)).items;
    expect(kept?.type).toBe('claim.assigned');
    expect((await eventsOfDesk({ member, before: kept?.id }, db)).items).toEqual([]);
  });
});
