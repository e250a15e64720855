import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { nameNotesVersion } from '@/commands/history/name-notes-version';
import { versionsOfNotes, versionsOfRecord } from '@/db/queries/desk/versions-of-document';
import { documentVersions } from '@/db/schema';
import { notesDocument } from '@/domain/record/document-name';
import { actorFor, answerOf, buildOpenClaim, buildWorkspace, contextFor, contextOf, writeNotes } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, expectForeignIsUnknown, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('naming a version of one’s notes', (open) => {
  it('[P51] names a moment of the notes of one’s own party, and tells nobody else', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [checker] = workspace.north.checkers;
    const first = await writeNotes(db, checker, claimId, 'One.');
    const second = await writeNotes(db, checker, claimId, 'Two.');
    await writeNotes(db, workspace.south.checkers[0], claimId, 'Theirs.');
    const events = await eventsOf(db, workspace.id);
    const announced: string[] = [];
    const context = contextOf(db, actorFor(workspace.north.moderators[0]), { announced: (id) => void announced.push(id) });
    expect(answerOf(await nameNotesVersion(context, { claimId, name: 'Now' }))).toEqual({ seq: second });
    answerOf(await nameNotesVersion(context, { claimId, name: 'Before', seq: first }));
    expect(await eventsOf(db, workspace.id)).toEqual(events);
    expect(announced).toEqual([]);

    const namesIn = async (partyId: string) =>
      (await versionsOfNotes({ claimId, partyId, before: undefined }, db)).items.flatMap(({ names }) => names);
    expect((await namesIn(workspace.north.id)).map(({ name }) => name)).toEqual(['Now', 'Before']);
    expect(await namesIn(workspace.south.id)).toEqual([]);
    const { items } = await versionsOfRecord({ claimId, before: undefined }, db);
    expect(items.flatMap(({ names }) => names)).toEqual([]);
  });

  it('[P49] [P51] goes on when the claim is closed, for observers of their own too', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [observer] = workspace.mission.observers;
    const seq = await writeNotes(db, observer, claimId, 'One.');
    const reason = 'It is the same as another one.';
    answerOf(await closeClaim(contextFor(db, workspace.north.checkers[0]), { claimId, as: 'not-checkable', reason }));
    expect(answerOf(await nameNotesVersion(contextFor(db, observer), { claimId, name: 'At the end' }))).toEqual({ seq });
  });

  it('[P51] is refused where there are no notes, no such number and no name', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await writeNotes(db, workspace.north.checkers[0], claimId, 'One.');
    const refused = async (person: Parameters<typeof contextFor>[1], input: unknown) =>
      (await refusalOf(db, workspace.id, () => nameNotesVersion(contextFor(db, person), input))).code;
    expect(await refused(workspace.south.checkers[0], { claimId, name: 'Ours' })).toBe('not-found');
    expect(await refused(workspace.north.checkers[0], { claimId, name: 'Later', seq: 99 })).toBe('not-found');
    expect(await refused(workspace.north.checkers[0], { claimId, name: ' ' })).toBe('invalid-input');
    // Whose notes they are is in no input.
    const named = { claimId, name: 'Theirs', partyId: workspace.north.id };
    expect(await refused(workspace.south.checkers[0], named)).toBe('invalid-input');
    const kept = eq(documentVersions.document, notesDocument(claimId, workspace.north.id));
    expect(await db.$count(documentVersions, kept)).toBe(0);
  });

  it('[A2] [A3] [A5] is for whoever sits with a party, at this desk alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await writeNotes(db, workspace.north.checkers[0], claimId, 'One.');
    const refused = async (context: Parameters<typeof nameNotesVersion>[0]) =>
      (await refusalOf(db, workspace.id, () => nameNotesVersion(context, { claimId, name: 'Now' }))).code;
    expect(await refused(contextFor(db, workspace.steward))).toBe('not-allowed');
    expect(await refused(contextOf(db, { kind: 'public' }))).toBe('not-signed-in');
    await expectForeignIsUnknown(db, workspace, claimId, (context, id) =>
      nameNotesVersion(context, { claimId: id, name: 'Now' }),
    );
  });
});
