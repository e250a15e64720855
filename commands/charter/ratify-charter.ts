import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { seatStands } from '@/commands/seat-stands';
import type { Tx } from '@/db/handle';
import { ratificationOf } from '@/db/queries/charter-of-claim';
import { charterRatifications, charterVersions } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export const RatifyCharterInput = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export type Ratified = { number: number; state: 'proposed' | 'in-force'; missing: string[] };
export type RatifyCharterRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | (Refusal<'already-ratified'> & { number: number })
  | (Refusal<'charter-superseded'> & { number: number });

type Version = typeof charterVersions.$inferSelect;

/**
 * A moderator ratifies a charter version for their party, by the digest of the text they read. With the last signing party it is in force at once, in this
 * transaction, and the version before it binds no further claim (SPEC H4). Answers the parties that have yet to ratify.
 */
export async function ratifyCharter(context: Context, input: unknown): Promise<Result<Ratified, RatifyCharterRefusal>> {
  const parsed = parseInput(RatifyCharterInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.ratify');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, member.workspaceId);
    if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
    const loaded = await loadVersion(tx, member, parsed.value.sha256);
    if (!loaded.ok) return loaded;
    const version = loaded.value;
    const { id, number, sha256 } = version;
    if (version.state === 'superseded' || (await isReplaced(tx, version))) return refuse({ code: 'charter-superseded', number });
    if (!isAsked(version, member)) return refuse({ code: 'not-allowed', permission: 'charter.ratify' as const });
    if (!(await ratify(tx, context, member, version))) return refuse({ code: 'already-ratified', number });
    await recordEvent(tx, context, {
      type: 'charter.ratified',
      workspaceId: member.workspaceId,
      subjectId: id,
      facts: { number, sha256, party: member.party.name },
    });
    const missing = (await ratificationOf(version, tx)).unratified.map(({ name }) => name);
    if (missing.length > 0) return ok<Ratified>({ number, state: 'proposed', missing });
    await putInForce(tx, context, version);
    return ok<Ratified>({ number, state: 'in-force', missing });
  });
}

/** Locked, so that two last ratifications come one after the other and exactly one of them puts the charter in force. */
async function loadVersion(tx: Tx, member: PartyMember, sha256: string): Promise<Result<Version, Refusal<'not-found'>>> {
  const [version] = await tx
    .select()
    .from(charterVersions)
    .where(and(eq(charterVersions.workspaceId, member.workspaceId), eq(charterVersions.sha256, sha256)))
    .for('update');
  // A digest names bytes: a row whose bytes have another is not the text that was read.
  if (version === undefined || digestOf(version.bytes) !== sha256) return refuse({ code: 'not-found' });
  return ok(version);
}

/** A later version has taken the place of one that is not in force (SPEC H9). */
async function isReplaced(tx: Tx, { workspaceId, number, state }: Version): Promise<boolean> {
  if (state !== 'proposed') return false;
  const later = and(eq(charterVersions.workspaceId, workspaceId), gt(charterVersions.number, number));
  return (await tx.$count(charterVersions, later)) > 0;
}

/** Whether the party had not ratified yet: one ratification speaks for it. */
async function ratify(tx: Tx, context: Context, member: PartyMember, { id, sha256 }: Version): Promise<boolean> {
  const made = await tx
    .insert(charterRatifications)
    .values({
      id: context.newId(),
      workspaceId: member.workspaceId,
      charterVersionId: id,
      sha256,
      partyId: member.party.id,
      personId: member.personId,
      at: context.now,
    })
    .onConflictDoNothing()
    .returning({ id: charterRatifications.id });
  return made.length === 1;
}

/** Whether the bytes name the member's party among those that sign (SPEC H7). */
function isAsked({ bytes }: Version, member: PartyMember): boolean {
  const text = Charter.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return signingParties(text).some(({ id }) => id === member.party.id);
}

async function putInForce(tx: Tx, context: Context, { id, workspaceId, number, sha256 }: Version): Promise<void> {
  await tx
    .update(charterVersions)
    .set({ state: 'superseded' })
    .where(and(eq(charterVersions.workspaceId, workspaceId), eq(charterVersions.state, 'in-force')));
  await tx.update(charterVersions).set({ state: 'in-force', inForceAt: context.now }).where(eq(charterVersions.id, id));
  await recordEvent(tx, context, { type: 'charter.in-force', workspaceId, subjectId: id, facts: { number, sha256 } });
}
