import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { assignClaim } from '@/commands/claims/assign-claim';
import { removeMember } from '@/commands/membership/remove-member';
import { signIn } from '@/commands/membership/sign-in';
import { saveView } from '@/commands/views/save-view';
import type { Db } from '@/db/handle';
import { memberOfSession } from '@/db/queries/member-of-session';
import { claimAssignments, revisions, savedViews, sessions, signOffs } from '@/db/schema';
import {
  answerOf,
  buildClaim,
  buildSession,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
  password,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildOffers } from '@/tests/support/invite';
import { buildRevision, sign } from '@/tests/support/sign';
import { eventsOf, expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';

const removing = (db: Db, by: Person, person: Person) => removeMember(contextFor(db, by), { personId: person.id });

describeOnBothDatabases('removing a member', (open) => {
  it('[M7] ends seat and sessions at once, and lets nobody in again', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [gone] = north.checkers;
    const sid = await buildSession(db, gone);
    answerOf(await removing(db, north.moderators[0], gone));
    expect(await memberOfSession({ sid, personId: gone.id, now: noon }, db)).toBeUndefined();
    // Not only as long as there is no other seat: a later one begins with a new sign-in.
    const [session] = await db.select().from(sessions).where(eq(sessions.sid, sid));
    expect(session?.revokedAt).toEqual(noon);
    const again = await signIn(contextOf(db, { kind: 'public' }), { email: gone.email, password, from: crypto.randomUUID() });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'wrong-credentials' } });
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'member.removed', subjectId: gone.id, facts: { role: 'checker' } });
  });

  it('[M7] keeps what they signed, and what they signed still counts', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
    answerOf(await removing(db, north.moderators[1], north.moderators[0]));
    expect(answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision)).state).toBe('published');
    const [row] = await db.select().from(revisions).where(eq(revisions.id, revision.id));
    expect(row?.state).toBe('published');
    expect(await db.$count(signOffs, eq(signOffs.personId, north.moderators[0].id))).toBe(1);
  });

  it('[M14] takes back what a removed moderator offered, so that no second address of theirs is a way back in', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [stays, gone] = north.moderators;
    const { left, accept } = await buildOffers(db, gone, stays);
    answerOf(await removing(db, stays, gone));
    expect(await left()).toEqual([
      [stays.id, 'called-off'],
      [stays.id, 'called-off'],
      ['open', 'waiting'],
    ]);
    expect(await refusalOf(db, id, () => accept(0))).toEqual({ code: 'invitation-invalid' });
    expect((await accept(2)).ok).toBe(true);
    expect((await eventsOf(db, id)).slice(-4).map(({ type }) => type)).toEqual([
      ...['invitation.revoked', 'invitation.revoked', 'member.removed', 'member.joined'],
    ]);
  });

  it('[M15] leaves no claim in the hand of who is gone, and no view of theirs in the list', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const [gone, stays] = north.checkers;
    const claim = await buildClaim(db, workspace);
    const other = await buildClaim(db, workspace, { wording: 'Another thing was so.' });
    const assign = (by: Person, claimId: string) => assignClaim(contextFor(db, by), { claimId, personId: by.id });
    for (const [by, claimId] of [
      [gone, claim.id],
      [south.checkers[0], claim.id],
      [stays, other.id],
    ] as const)
      answerOf(await assign(by, claimId));
    for (const [by, name, sharedWith] of [
      [gone, 'Theirs, shared', 'party'],
      [gone, 'Theirs alone', 'nobody'],
      [stays, 'Of who stays', 'party'],
    ] as const)
      answerOf(await saveView(contextFor(db, by), { name, parameters: 'due=overdue', sharedWith }));
    answerOf(await removing(db, north.moderators[0], gone));
    const inHand = await db.select().from(claimAssignments).where(eq(claimAssignments.workspaceId, workspace.id));
    expect(new Set(inHand.map(({ personId }) => personId))).toEqual(new Set([south.checkers[0].id, stays.id]));
    const views = await db.select().from(savedViews).where(eq(savedViews.workspaceId, workspace.id));
    expect(views.map(({ name }) => name)).toEqual(['Of who stays']);
  });

  it('[M5] is for moderators in their own party alone, and not for oneself', async () => {
    const db = await open();
    const { id, north, south, mission, steward } = await buildWorkspace(db);
    const [target] = north.checkers;
    const refused = async (by: Person, person = target) => (await refusalOf(db, id, () => removing(db, by, person))).code;
    for (const by of [north.checkers[1], mission.observers[1], steward]) expect(await refused(by)).toBe('not-allowed');
    for (const by of [south.moderators[0], mission.observers[0]]) expect(await refused(by)).toBe('not-your-party');
    expect(await refused(north.moderators[0], north.moderators[0])).toBe('own-seat');
    expect(await refused(north.moderators[0], steward)).toBe('not-found');
    expect((await removing(db, mission.observers[0], mission.observers[1])).ok).toBe(true);
    const stranger = () => removeMember(contextOf(db, { kind: 'public' }), { personId: target.id });
    expect((await refusalOf(db, id, stranger)).code).toBe('not-signed-in');
  });

  it('[M6] leaves a party its moderator when two remove each other at once', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [one, other] = north.moderators;
    const both = await Promise.all([removing(db, one, other), removing(db, other, one)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('[A3] does not know a person of another workspace', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    await expectForeignIsUnknown(db, workspace, workspace.north.checkers[0].id, (context, personId) =>
      removeMember(context, { personId }),
    );
  });
});
