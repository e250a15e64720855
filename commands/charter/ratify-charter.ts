import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { seatStands } from '@/commands/seat-stands';
import type { Tx } from '@/db/handle';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { ratifyingOf } from '@/db/queries/open-amendment';
import { charterRatifications, charterVersions } from '@/db/schema';
import { may } from '@/domain/policies/permissions';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64 } from '@/domain/text-input';
import { beginNotice } from './begin-notice';

export const RatifyCharterInput = z.strictObject({ sha256: hex64 });

export type Ratified = {
  number: number;
  state: 'proposed' | 'notice' | 'in-force';
  missing: string[];
  /** When a version in notice comes into force. */
  from?: string;
};
export type RatifyCharterRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | (Refusal<'already-ratified'> & { number: number })
  | (Refusal<'charter-superseded'> & { number: number });

type Version = typeof charterVersions.$inferSelect;

/**
 * A moderator ratifies a charter version for their party, by the digest of the text they read. With the last party that is asked the first charter is in force at
 * once, in this transaction (SPEC H4), and a later one after its notice (SPEC H12, H13). Answers the parties that have yet to ratify.
 */
export async function ratifyCharter(context: Context, input: unknown): Promise<Result<Ratified, RatifyCharterRefusal>> {
  const parsed = parseInput(RatifyCharterInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, may(context.actor, 'charter.join') ? 'charter.join' : 'charter.ratify');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, member.workspaceId);
    if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
    const loaded = await loadVersion(tx, member, parsed.value.sha256);
    if (!loaded.ok) return loaded;
    const version = loaded.value;
    const { id, number, sha256 } = version;
    const isOver = version.state === 'superseded' || version.state === 'withdrawn';
    if (isOver || (await isReplaced(tx, version))) return refuse({ code: 'charter-superseded', number });
    const { asked } = await ratifyingOf(version, tx);
    if (member.role !== 'moderator' || asked.every(({ id: party }) => party !== member.party.id))
      return refuse({ code: 'not-allowed', permission: 'charter.ratify' as const });
    const notice = (await charterInForce(member, tx))?.charter.parameters ?? { noticeDays: 0 };
    if (!(await ratify(tx, context, member, version))) return refuse({ code: 'already-ratified', number });
    await recordEvent(tx, context, {
      type: 'charter.ratified',
      workspaceId: member.workspaceId,
      subjectId: id,
      facts: { number, sha256, party: member.party.name },
    });
    const missing = (await ratifyingOf(version, tx)).missing.map(({ name }) => name);
    if (missing.length > 0) return ok<Ratified>({ number, state: 'proposed', missing });
    return ok(await begin(tx, context, version, notice));
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

async function begin(tx: Tx, context: Context, version: Version, notice: { noticeDays: number }): Promise<Ratified> {
  const { number } = version;
  const { effectiveAt } = await beginNotice(tx, context, version, notice);
  if (effectiveAt === null) return { number, state: 'in-force', missing: [] };
  return { number, state: 'notice', missing: [], from: effectiveAt.toISOString() };
}
