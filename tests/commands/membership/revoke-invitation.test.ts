import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { inviteMember } from '@/commands/membership/invite-member';
import { revokeInvitation } from '@/commands/membership/revoke-invitation';
import type { Db } from '@/db/handle';
import { invitations, outbox } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, contextOf, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildUnledWorkspace, invitationInput } from '@/tests/support/invite';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';

const invite = async (db: Db, by: Person, partyId: string, role = 'checker') =>
  answerOf(await inviteMember(contextFor(db, by), invitationInput(partyId, { role }))).id;

describeOnBothDatabases('revoking an invitation', (open) => {
  it('[M3] [M10] ends it, and calls its mail off', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const invitationId = await invite(db, north.moderators[0], north.id);
    // Any moderator of the party, not its maker alone.
    answerOf(await revokeInvitation(contextFor(db, north.moderators[1]), { invitationId }));
    const [row] = await db.select().from(invitations).where(eq(invitations.id, invitationId));
    expect(row).toMatchObject({ revokedAt: noon, revokedBy: north.moderators[1].id });
    const [mail] = await db.select().from(outbox).where(eq(outbox.subjectId, invitationId));
    expect(mail).toMatchObject({ state: 'dropped', fault: 'called-off', sealed: null });
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'invitation.revoked', subjectId: invitationId });
    const again = () => revokeInvitation(contextFor(db, north.moderators[0]), { invitationId });
    expect(await refusalOf(db, id, again)).toEqual({ code: 'invitation-over' });
    await expect(db.execute(sql`update invitations set revoked_at = null where id = ${invitationId}`)).rejects.toThrow();
  });

  it('[M10] leaves a mail that was sent as it is', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const invitationId = await invite(db, north.moderators[0], north.id);
    await db.update(outbox).set({ state: 'sent', sealed: null, endedAt: noon }).where(eq(outbox.subjectId, invitationId));
    answerOf(await revokeInvitation(contextFor(db, north.moderators[0]), { invitationId }));
    const [mail] = await db.select().from(outbox).where(eq(outbox.subjectId, invitationId));
    expect(mail).toMatchObject({ state: 'sent', fault: null });
  });

  it('[M4] is for moderators of its party, and for the steward who made it', async () => {
    const db = await open();
    const { id, north, south, mission, steward } = await buildWorkspace(db);
    const invitationId = await invite(db, north.moderators[0], north.id);
    const refused = async (by: Person) =>
      (await refusalOf(db, id, () => revokeInvitation(contextFor(db, by), { invitationId }))).code;
    for (const person of [south.moderators[0], mission.observers[0], steward])
      expect(await refused(person)).toBe('not-your-party');
    for (const person of [north.checkers[0], mission.observers[1]]) expect(await refused(person)).toBe('not-allowed');
    const stranger = () => revokeInvitation(contextOf(db, { kind: 'public' }), { invitationId });
    expect((await refusalOf(db, id, stranger)).code).toBe('not-signed-in');

    const unled = await buildUnledWorkspace(db);
    const stewards = await invite(db, unled.steward, unled.south.id, 'moderator');
    expect((await revokeInvitation(contextFor(db, unled.steward), { invitationId: stewards })).ok).toBe(true);
  });

  it('[A3] does not know an invitation of another workspace', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const known = await invite(db, workspace.north.moderators[0], workspace.north.id);
    await expectForeignIsUnknown(db, workspace, known, (context, invitationId) => revokeInvitation(context, { invitationId }));
  });
});
