import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { challenges, claims, revisions } from '@/db/schema';
import type { ClauseFinding } from '@/domain/charter/finding';
import type { LeastGrade } from '@/domain/correction/least-grade';
import { recordDocument } from '@/domain/record/document-name';
import type { FreezeRefusal } from '@/domain/record/freeze';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { isUnchanged } from '@/domain/record/unchanged';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { buildRecord, type UnchangedRefusal } from './build-record';

export const PreviewRevisionInput = z.strictObject({ claimId: id, seq: z.coerce.number().int().min(1).optional() });

/** What a proposer reads: the number it would get, the exact bytes as text with their digest, or what keeps them from being frozen, and every finding. */
export type Preview = {
  number: number;
  seq: number;
  findings: ClauseFinding[];
  bytes?: string;
  sha256?: string;
  fault?: FreezeRefusal | UnchangedRefusal;
  /** The last revision of the claim, when nothing but the salt differs from it (SPEC R12). */
  unchangedSince?: number;
  /** The published or retracted revision that it would correct, its text, and the least grade of that (C33). */
  corrects?: {
    number: number;
    bytes: string;
    isRetracted: boolean;
    /** The accepted challenges that it could answer. */
    challenges: { id: string; number: number }[];
  } & LeastGrade;
};
export type PreviewRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'no-charter-in-force'>
  | (Refusal<'claim-not-open'> & { state: string });

/** Reads only: nothing is stored, so looking leaves no trace. SPEC R9. */
export async function previewRevision(context: Context, input: unknown): Promise<Result<Preview, PreviewRefusal>> {
  const parsed = parseInput(PreviewRevisionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.propose');
  if (!authorized.ok) return authorized;
  const { claimId, seq } = parsed.value;

  const [claim] = await context.db
    .select()
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, authorized.value.workspaceId)));
  if (claim === undefined) return refuse({ code: 'not-found' });
  if (claim.state !== 'open') return refuse({ code: 'claim-not-open', state: claim.state });
  const projection = await context.collab.projectionAt(recordDocument(claimId), seq);
  if (projection === undefined) return refuse({ code: 'not-found' });

  const built = await buildRecord(claim, { draft: projection.draft, now: context.now }, context.db);
  if (!built.ok) return built;
  const { number, findings, frozen, corrected } = built.value;
  const head = { number, seq: projection.seq, findings };
  if (!frozen.ok) return ok({ ...head, fault: frozen.refusal });
  const { record, bytes, sha256 } = frozen.value;
  const last = await lastRevision(claimId, context);
  const unchanged = last !== undefined && isUnchanged(last.record, record) ? { unchangedSince: last.number } : {};
  const corrects = corrected && {
    ...{ number: corrected.number, bytes: JSON.stringify(corrected.record), isRetracted: corrected.isRetracted },
    ...{ challenges: await acceptedChallenges(claimId, context) },
    ...corrected.least,
  };
  return ok({ ...head, bytes: new TextDecoder().decode(bytes), sha256, ...unchanged, ...(corrects && { corrects }) });
}

async function acceptedChallenges(claimId: string, { db }: Context): Promise<{ id: string; number: number }[]> {
  return db
    .select({ id: challenges.id, number: challenges.number })
    .from(challenges)
    .where(and(eq(challenges.claimId, claimId), eq(challenges.state, 'accepted')))
    .orderBy(desc(challenges.number));
}

async function lastRevision(claimId: string, { db }: Context): Promise<{ number: number; record: FrozenRecord } | undefined> {
  const [row] = await db
    .select({ number: revisions.number, bytes: revisions.bytes })
    .from(revisions)
    .where(eq(revisions.claimId, claimId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row && { number: row.number, record: FrozenRecord.parse(JSON.parse(new TextDecoder().decode(row.bytes))) };
}
