import { and, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { queueMail } from '@/commands/queue-mail';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { seatsOfParties } from '@/db/queries/seats-of-parties';
import { invitations } from '@/db/schema';
import { barToSeating, type SeatingRefusal } from '@/domain/membership/bar-to-seating';
import { invitationEnd, invitationHours } from '@/domain/membership/invitation';
import type { Member } from '@/domain/policies/actor';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { env } from '@/platform/env';
import { isLocale } from '@/platform/interface-languages';
import { lockSeats } from './lock-seats';
import { EmailAddress } from './person-input';

export const InviteMemberInput = z.strictObject({
  partyId: id,
  role: z.enum(['checker', 'moderator', 'observer']),
  email: EmailAddress,
  /** The language of the mail and of the page behind the link. */
  locale: z.string().refine(isLocale),
});
type Invited = z.output<typeof InviteMemberInput>;

export type Invitation = { id: string; link: string; expiresAt: string; mail: 'on-its-way' | 'waits' };
export type InviteMemberRefusal = AuthorizationRefusal | InputRefusal | SeatingRefusal | Refusal<'not-found'> | CrowdedRefusal;
type CrowdedRefusal =
  | Refusal<'already-invited'>
  | (Refusal<'too-many-invitations'> & { limit: number })
  | (Refusal<'too-many-invitations-today'> & { limit: number });

/** More than a party takes in at once. */
const mostOpen = 30;
/** What is revoked makes room for another, and its mail has gone: so nobody makes a desk send mail without end. */
const mostADay = 60;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Offers one seat to one address (SPEC M1, M4). The answer holds the link, this once; stored is the digest of its token (SPEC M2). Whether the address has an
 * account, here or with another party, is not looked at: the answer would tell.
 */
export async function inviteMember(context: Context, input: unknown): Promise<Result<Invitation, InviteMemberRefusal>> {
  const parsed = parseInput(InviteMemberInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'member.invite');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  if (member.role !== 'moderator' && member.role !== 'steward')
    return refuse({ code: 'not-allowed', permission: 'member.invite' as const });
  const token = context.randomHex(32);
  const link = `${env().APP_URL}/invitations/${token}`;
  const expiresAt = invitationEnd(context.now);

  return withTransaction(context, async (tx) => {
    const locked = await lockSeats(tx, member, 'member.invite');
    if (!locked.ok) return locked;
    const party = await partyToJoin(tx, member, parsed.value);
    if (!party.ok) return party;
    const crowded = await barToOneMore(tx, context, member, parsed.value);
    if (crowded !== undefined) return refuse(crowded);
    const invitationId = context.newId();
    const { partyId, role, email, locale } = parsed.value;
    const { workspaceId, personId } = member;
    await tx.insert(invitations).values({
      ...{ id: invitationId, workspaceId, partyId, role, email, locale, expiresAt },
      tokenSha256: digestOf(token),
      invitedBy: personId,
      invitedByParty: member.party?.id ?? null,
      createdAt: context.now,
    });
    const { name: desk } = await deskWorkspace(member, tx);
    const facts = { desk, party: party.value, role, inviter: member.name, link, hours: String(invitationHours) };
    await queueMail(tx, context, {
      workspaceId,
      kind: 'invitation',
      to: email,
      locale,
      facts,
      expiresAt,
      subjectId: invitationId,
    });
    await recordEvent(tx, context, {
      type: 'invitation.made',
      workspaceId,
      subjectId: invitationId,
      facts: { role, into: party.value },
    });
    const mail = env().SMTP_URL === undefined ? ('waits' as const) : ('on-its-way' as const);
    return ok({ id: invitationId, link, expiresAt: expiresAt.toISOString(), mail });
  });
}

/** The name of the party, if this member may fill this seat of it. A party of another workspace is not found (SPEC A3). */
async function partyToJoin(
  tx: Tx,
  member: Member,
  { partyId, role }: Invited,
): Promise<Result<string, SeatingRefusal | Refusal<'not-found'>>> {
  const party = (await seatsOfParties(member, tx)).find(({ id: known }) => known === partyId);
  if (party === undefined) return refuse({ code: 'not-found' });
  const inForce = (await charterInForce(member, tx)) !== undefined;
  const bar = barToSeating(member, { party, role, inForce });
  return bar === undefined ? ok(party.name) : refuse(bar);
}

/** Why these inviters may not offer one seat more of this party at this moment, or undefined (SPEC M16). The desk's lock is held, so the count stays. */
async function barToOneMore(
  tx: Tx,
  { now }: Context,
  { workspaceId, party }: Member,
  { partyId, email }: Invited,
): Promise<CrowdedRefusal | undefined> {
  const own = and(
    eq(invitations.workspaceId, workspaceId),
    eq(invitations.partyId, partyId),
    // A steward's offer that the party has outlived does not stand in its moderators' way.
    party === null ? isNull(invitations.invitedByParty) : eq(invitations.invitedByParty, party.id),
  );
  const open = await tx
    .select({ email: invitations.email })
    .from(invitations)
    .where(and(own, isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now)));
  if (open.some((invitation) => invitation.email === email)) return { code: 'already-invited' };
  if (open.length >= mostOpen) return { code: 'too-many-invitations', limit: mostOpen };
  const ofToday = await tx.$count(invitations, and(own, gt(invitations.createdAt, new Date(now.getTime() - dayMs))));
  return ofToday < mostADay ? undefined : { code: 'too-many-invitations-today', limit: mostADay };
}
