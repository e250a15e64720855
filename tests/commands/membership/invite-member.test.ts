import { and, eq, isNull } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { acceptInvitation } from '@/commands/membership/accept-invitation';
import { inviteMember } from '@/commands/membership/invite-member';
import { revokeInvitation } from '@/commands/membership/revoke-invitation';
import type { Db } from '@/db/handle';
import { memberOfPerson } from '@/db/queries/member-of-person';
import { events, invitations, outbox } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { answerOf, buildWorkspace, contextFor, contextOf, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { acceptance, buildUnledWorkspace, invitationInput } from '@/tests/support/invite';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';

const inviting = (db: Db, by: Person, partyId: string, changes: Record<string, unknown> = {}) =>
  inviteMember(contextFor(db, by), invitationInput(partyId, changes));

describeOnBothDatabases('inviting a member', (open) => {
  it('[M1] [M2] offers one seat to one address, and keeps nothing of the link but its digest', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const input = invitationInput(north.id);
    const made = answerOf(
      await inviteMember(contextFor(db, north.moderators[0]), { ...input, email: input.email.toUpperCase() }),
    );
    const token = /^http:\/\/localhost:3000\/invitations\/([0-9a-f]{64})$/.exec(made.link)?.[1] ?? '';
    const [row] = await db.select().from(invitations).where(eq(invitations.id, made.id));
    expect(row).toMatchObject({
      email: input.email,
      role: 'checker',
      partyId: north.id,
      invitedBy: north.moderators[0].id,
      tokenSha256: digestOf(token),
    });
    expect(made.expiresAt).toBe('2026-03-05T12:00:00.000Z');
    expect(await lastEventOf(db, id)).toMatchObject({
      type: 'invitation.made',
      subjectId: made.id,
      facts: { role: 'checker', into: 'Northern desk' },
    });
    const kept = JSON.stringify([
      await db.select().from(invitations).where(eq(invitations.workspaceId, id)),
      await db.select().from(outbox).where(eq(outbox.workspaceId, id)),
      await db.select().from(events).where(eq(events.workspaceId, id)),
    ]);
    expect(kept).not.toContain(token);
    const told = await db.select().from(events).where(eq(events.workspaceId, id));
    expect(JSON.stringify(told)).not.toContain(input.email);
  });

  it('[M10] asks for the mail in the same transaction, and for none when it is refused', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const made = answerOf(await inviting(db, north.moderators[0], north.id, { locale: 'ar' }));
    const mails = await db.select().from(outbox).where(eq(outbox.workspaceId, id));
    expect(mails).toMatchObject([{ kind: 'invitation', subjectId: made.id, locale: 'ar', state: 'waiting' }]);
    // Trace compares the outbox too.
    expect((await refusalOf(db, id, () => inviting(db, north.moderators[0], south.id))).code).toBe('not-your-party');
  });

  it('[M4] is for moderators in their own party, for roles that it has', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south, mission, steward } = workspace;
    const [head, observer] = mission.observers;
    expect((await inviting(db, head, mission.id, { role: 'observer' })).ok).toBe(true);
    expect((await inviting(db, south.moderators[1], south.id, { role: 'moderator' })).ok).toBe(true);
    const refused = async (by: Person, partyId: string, role = 'moderator') =>
      (await refusalOf(db, id, () => inviting(db, by, partyId, { role }))).code;
    for (const person of [north.checkers[0], observer]) expect(await refused(person, person.party?.id ?? '')).toBe('not-allowed');
    for (const [by, party] of [
      [north.moderators[0], south],
      [north.moderators[0], mission],
      [head, north],
    ] as const)
      expect(await refused(by, party.id)).toBe('not-your-party');
    expect(await refused(steward, north.id)).toBe('stewards-invite-no-more');
    expect(await refused(north.moderators[0], north.id, 'observer')).toBe('role-not-of-party');
    expect(await refused(head, mission.id, 'checker')).toBe('role-not-of-party');
    const stranger = () => inviteMember(contextOf(db, { kind: 'public' }), invitationInput(north.id));
    expect((await refusalOf(db, id, stranger)).code).toBe('not-signed-in');
  });

  it('[M4] is for the steward before ratification, in a party that has no moderator', async () => {
    const db = await open();
    const { id, north, south, steward } = await buildUnledWorkspace(db);
    const refused = async (partyId: string, role: string) =>
      (await refusalOf(db, id, () => inviting(db, steward, partyId, { role }))).code;
    expect(await refused(south.id, 'checker')).toBe('first-is-moderator');
    expect(await refused(north.id, 'moderator')).toBe('party-is-led');
    const made = answerOf(await inviting(db, steward, south.id, { role: 'moderator' }));
    expect((await acceptInvitation(contextOf(db, { kind: 'public' }), acceptance(made.link))).ok).toBe(true);
    expect(await refused(south.id, 'moderator')).toBe('party-is-led');
  });

  it('[M4] is refused to a moderator who was demoted while the request was on its way', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const stale = { ...north.checkers[0], role: 'moderator' as const };
    expect((await refusalOf(db, id, () => inviting(db, stale, north.id))).code).toBe('not-allowed');
  });

  it('[M16] keeps one open invitation for an address, and a party’s number of them in bounds', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const [host, other] = north.moderators;
    const email = 'one@invited.example';
    const first = answerOf(await inviting(db, host, north.id, { email }));
    const again = () => inviting(db, other, north.id, { email: 'One@Invited.example', role: 'moderator' });
    expect(await refusalOf(db, id, again)).toEqual({ code: 'already-invited' });
    expect((await inviting(db, south.moderators[0], south.id, { email })).ok).toBe(true);
    answerOf(await revokeInvitation(contextFor(db, host), { invitationId: first.id }));
    answerOf(await again());

    for (let n = 1; n < 30; n += 1) answerOf(await inviting(db, host, north.id));
    const more = () => inviting(db, other, north.id);
    expect(await refusalOf(db, id, more)).toEqual({ code: 'too-many-invitations', limit: 30 });
    expect((await inviting(db, south.moderators[0], south.id)).ok).toBe(true);
    // What is revoked makes room, and not for mails without end: of the 60 of a day, 31 were made above.
    const revokeAll = () =>
      db
        .update(invitations)
        .set({ revokedAt: noon, revokedBy: host.id })
        .where(and(eq(invitations.partyId, north.id), isNull(invitations.revokedAt)));
    await revokeAll();
    for (let n = 31; n < 60; n += 1) answerOf(await inviting(db, host, north.id));
    await revokeAll();
    expect(await refusalOf(db, id, more)).toEqual({ code: 'too-many-invitations-today', limit: 60 });
    expect((await inviting(db, south.moderators[0], south.id)).ok).toBe(true);
    // What has run out is not open.
    const later = new Date(noon.getTime() + 72 * 60 * 60 * 1000);
    expect((await inviteMember(contextFor(db, host, { now: later }), invitationInput(north.id, { email }))).ok).toBe(true);
  });

  it('[M16] does not let a steward’s offer that is outlived stand in the way', async () => {
    const db = await open();
    const { id, south, steward } = await buildUnledWorkspace(db);
    const stewards = { role: 'moderator', email: 'second@invited.example' };
    const made = answerOf(await inviting(db, steward, south.id, { role: 'moderator' }));
    answerOf(await inviting(db, steward, south.id, stewards));
    expect(await refusalOf(db, id, () => inviting(db, steward, south.id, stewards))).toEqual({ code: 'already-invited' });
    const { personId } = answerOf(await acceptInvitation(contextOf(db, { kind: 'public' }), acceptance(made.link)));
    const leader = await memberOfPerson({ personId, confirmedAt: noon }, db);
    if (leader === undefined) throw new Error('Nobody sits there.');
    expect((await inviteMember(contextOf(db, leader), invitationInput(south.id, stewards))).ok).toBe(true);
  });

  it('[A3] refuses what is no address, no role and no language, and a party that is not there', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north } = workspace;
    for (const changes of [{ email: 'somebody' }, { role: 'steward' }, { locale: 'tlh' }, { more: 1 }])
      expect((await refusalOf(db, id, () => inviting(db, north.moderators[0], north.id, changes))).code).toBe('invalid-input');
    await expectForeignIsUnknown(db, workspace, north.id, (context, partyId) => inviteMember(context, invitationInput(partyId)));
  });
});
