import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64 } from '@/domain/text-input';

export const retractionStates = ['proposed', 'made', 'declined', 'withdrawn'] as const;
export type RetractionState = (typeof retractionStates)[number];
export type RetractionMove = 'make' | 'decline' | 'withdraw';
export type RetractionNotOpen = Refusal<'retraction-not-open'> & { state: RetractionState };

/** Every move of a proposed retraction; what has ended stays as it ended (SPEC RT2, RT4). */
const moves: Record<RetractionState, Partial<Record<RetractionMove, RetractionState>>> = {
  proposed: { make: 'made', decline: 'declined', withdraw: 'withdrawn' },
  made: {},
  declined: {},
  withdrawn: {},
};

export function moveRetraction(from: RetractionState, move: RetractionMove): Result<RetractionState, RetractionNotOpen> {
  const next = moves[from][move];
  return next === undefined ? refuse({ code: 'retraction-not-open', state: from }) : ok(next);
}

/** What a moderator states to retract a verdict, as canonical JSON. Its type keeps it apart from a sign-off: neither can pass for the other (SPEC RT3). */
export const RetractionStatement = z.strictObject({
  v: z.literal(1),
  type: z.literal('retraction'),
  workspace: z.string(),
  claim: z.string(),
  revision: z.string(),
  retraction: z.string(),
  recordSha256: hex64,
  charterSha256: hex64,
  party: z.string(),
  member: z.string(),
  reason: z.string().min(1),
  conflict: z.enum(['none', 'declared']).optional(),
  nonce: hex64,
});
export type RetractionStatement = z.infer<typeof RetractionStatement>;

/** A statement from its text, or undefined for what is none: a sign-off of a revision, for one. */
export function readRetractionStatement(json: string): RetractionStatement | undefined {
  try {
    return RetractionStatement.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
