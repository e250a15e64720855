import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { endMembership } from '@/commands/membership/end-membership';
import { recordEvent } from '@/commands/record-event';
import { moveStoredRetraction } from '@/commands/retractions/move-stored-retraction';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import { moveStoredRevision } from '@/commands/revisions/move-stored-revision';
import { tellOfRevision } from '@/commands/revisions/tell-of-revision';
import { schedule } from '@/commands/schedule';
import type { Tx } from '@/db/handle';
import { seatsOfParties } from '@/db/queries/seats-of-parties';
import { challenges, charterVersions, claims, memberships, partyExits, retractions, revisions } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';

type Exit = Pick<typeof partyExits.$inferSelect, 'id' | 'reason'>;

/**
 * Locks the claims that have something in signing, a retraction too, in their order: claims come before the workspace, as everywhere. Whoever ends signings calls it first.
 */
export async function lockSignings(tx: Tx, workspaceId: string): Promise<void> {
  const open = tx
    .select({ id: revisions.claimId })
    .from(revisions)
    .where(and(eq(revisions.workspaceId, workspaceId), inArray(revisions.state, ['signing', 'cooling-off'])));
  const retracting = tx
    .select({ id: retractions.claimId })
    .from(retractions)
    .where(and(eq(retractions.workspaceId, workspaceId), eq(retractions.state, 'proposed')));
  const asked = or(inArray(claims.id, open), inArray(claims.id, retracting));
  await tx.select({ id: claims.id }).from(claims).where(asked).orderBy(claims.id).for('update');
}

/**
 * The party is gone from now on (C39, SPEC H18): its seats are empty, what its word is asked for goes back to work with its reason, and a version that is not in
 * force and names it comes to nothing. What it signed is not touched. The claims in signing and then the workspace are locked.
 */
export async function leaveCharter(tx: Tx, context: Context, member: PartyMember, exit: Exit): Promise<void> {
  const { workspaceId, party, personId } = member;
  await tx.update(partyExits).set({ confirmedBy: personId, leftAt: context.now }).where(eq(partyExits.id, exit.id));
  await endSignings(tx, context, member, exit.reason);
  await endRetractions(tx, context, member, exit.reason);
  await endVersions(tx, context, member, exit.reason);
  await emptySeats(tx, context, member);
  await wakeChallenges(tx, context, workspaceId);
  await recordEvent(tx, context, {
    type: 'party.left',
    workspaceId,
    subjectId: party.id,
    facts: { party: party.name, reason: exit.reason },
  });
}

async function endSignings(tx: Tx, context: Context, member: PartyMember, reason: string): Promise<void> {
  const { workspaceId, party } = member;
  const open = await tx
    .select({ revision: revisions, bytes: charterVersions.bytes })
    .from(revisions)
    .innerJoin(charterVersions, eq(charterVersions.id, revisions.charterVersionId))
    .where(and(eq(revisions.workspaceId, workspaceId), inArray(revisions.state, ['signing', 'cooling-off'])))
    .orderBy(revisions.id);
  for (const { revision, bytes } of open) if (signs(party.id, bytes)) await endSigning(tx, context, revision, { member, reason });
}

async function endSigning(
  tx: Tx,
  context: Context,
  revision: RevisionRow,
  { member, reason }: { member: PartyMember; reason: string },
): Promise<void> {
  const ended = { endedReason: reason, endedByParty: member.party.id, endedAt: context.now };
  const moved = await moveStoredRevision(tx, revision, 'withdraw', ended);
  // Both states that were asked for have this move; that one has not is a fault of the table, and then nobody leaves.
  if (!moved.ok) throw new Error(`A revision in ${revision.state} cannot be ended.`);
  const { workspaceId, claimId, id, number } = revision;
  // Nobody dissented: its party takes back what it was asked to sign.
  await recordEvent(tx, context, { type: 'revision.withdrawn', workspaceId, claimId, subjectId: id, facts: { number } });
  await tellOfRevision(tx, context, { kind: 'revision-withdrawn', revision, by: member, also: [revision.proposedBy] });
}

/** A retraction that its word is asked for can be signed by nobody any more (SPEC RT9): it ends with the reason of the exit, and the verdict stands. */
async function endRetractions(tx: Tx, context: Context, { workspaceId, party }: PartyMember, reason: string): Promise<void> {
  const open = await tx
    .select({ retraction: retractions, number: revisions.number, bytes: charterVersions.bytes })
    .from(retractions)
    .innerJoin(revisions, eq(revisions.id, retractions.revisionId))
    .innerJoin(charterVersions, eq(charterVersions.id, revisions.charterVersionId))
    .where(and(eq(retractions.workspaceId, workspaceId), eq(retractions.state, 'proposed')))
    .orderBy(retractions.id);
  for (const { retraction, number, bytes } of open) {
    if (!signs(party.id, bytes)) continue;
    const isOwn = retraction.proposedByParty === party.id;
    const ended = { endedReason: reason, endedByParty: party.id, endedAt: context.now };
    const moved = await moveStoredRetraction(tx, retraction, isOwn ? 'withdraw' : 'decline', ended);
    if (!moved.ok) throw new Error(`A retraction that is ${retraction.state} cannot be ended.`);
    const { claimId, revisionId } = retraction;
    const type = isOwn ? 'retraction.withdrawn' : 'retraction.declined';
    await recordEvent(tx, context, { type, workspaceId, claimId, subjectId: revisionId, facts: { number } });
  }
}

async function endVersions(tx: Tx, context: Context, { workspaceId, party }: PartyMember, reason: string): Promise<void> {
  const waiting = await tx
    .select()
    .from(charterVersions)
    .where(and(eq(charterVersions.workspaceId, workspaceId), inArray(charterVersions.state, ['proposed', 'notice'])));
  for (const { id, number, bytes } of waiting) {
    if (!signs(party.id, bytes)) continue;
    await tx.update(charterVersions).set({ state: 'withdrawn', endedReason: reason }).where(eq(charterVersions.id, id));
    await recordEvent(tx, context, { type: 'charter.withdrawn', workspaceId, subjectId: id, facts: { number, reason } });
  }
}

/** What all the others have declined waits for nobody any more (CH2). A challenge is locked before the workspace, so another transaction looks at it. */
async function wakeChallenges(tx: Tx, context: Context, workspaceId: string): Promise<void> {
  const open = await tx
    .select({ id: challenges.id })
    .from(challenges)
    .where(and(eq(challenges.workspaceId, workspaceId), isNull(challenges.endedAt)));
  for (const { id } of open)
    await schedule(tx, context, { kind: 'challenge.advance', workspaceId, subjectId: id, at: context.now });
}

function signs(partyId: string, bytes: Uint8Array): boolean {
  const charter = Charter.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return signingParties(charter).some(({ id }) => id === partyId);
}

async function emptySeats(tx: Tx, context: Context, member: PartyMember): Promise<void> {
  const { workspaceId, party: own } = member;
  const party = (await seatsOfParties({ workspaceId }, tx)).find(({ id }) => id === own.id);
  const seated = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.partyId, own.id), isNull(memberships.endedAt)));
  for (const { id, personId, role } of seated) {
    if (party === undefined || role === 'steward') continue;
    await endMembership(tx, context, { id, personId, role, party }, member);
  }
}
