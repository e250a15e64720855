import { z } from 'zod';
import { decisions, type ObjectionGround, objectionGrounds } from '@/domain/charter/facts';
import { correctionGrades } from '@/domain/correction/grades';
import { hex64 } from '@/domain/text-input';
import { textOfBytes } from './text-of-bytes';

const named = {
  type: z.literal('sign-off'),
  workspace: z.string(),
  claim: z.string(),
  revision: z.string(),
  recordSha256: hex64,
  charterSha256: hex64,
  party: z.string(),
  member: z.string(),
  decision: z.enum(['approve', 'approve-with-statement', 'dissent', 'abstain']),
  reason: z.string(),
  nonce: hex64,
};
const cites = z.string().min(1).max(10).optional();

/** The first version, which stays readable: a citation stood at the beginning of the reason, where it could not be told from the reason's own words. */
const StatementV1 = z.strictObject({ v: z.literal(1), ...named });
/** What a reason rests on has its own field, absent when nothing is cited. */
const StatementV2 = z.strictObject({ v: z.literal(2), ...named, cites });
/** Of a revision that corrects another: which record, how gravely, why, and the number of the challenge that it answers (SPEC GC1). */
export const SignedCorrection = z.strictObject({
  recordSha256: hex64,
  grade: z.enum(correctionGrades),
  reason: z.string().min(1),
  challenge: z.int().min(1).optional(),
});
export type SignedCorrection = z.infer<typeof SignedCorrection>;
/** Made and shown before it is signed. The ground of an objection, and whether the signer declared a conflict of interest, absent where the charter asks for none. */
const StatementV3 = z.strictObject({
  v: z.literal(3),
  ...named,
  decision: z.enum(decisions),
  cites,
  ground: z.enum(objectionGrounds).optional(),
  conflict: z.enum(['none', 'declared']).optional(),
  correction: SignedCorrection.optional(),
});

/** What a moderator states, as canonical JSON. Its bytes are stored and served, so `sha256sum` works for anyone. SPEC R7. */
export const SignOffStatement = z.discriminatedUnion('v', [StatementV1, StatementV2, StatementV3]);
export type SignOffStatement = z.infer<typeof SignOffStatement>;

/** A statement from its bytes; throws on bytes that are none. */
export function readStatement(bytes: Uint8Array): SignOffStatement {
  return SignOffStatement.parse(JSON.parse(textOfBytes(bytes)));
}

/** What a statement says, to be printed: a reason of version 1 as it was signed, with whatever stands in it. */
export function positionOf(statement: SignOffStatement): {
  decision: SignOffStatement['decision'];
  reason: string | null;
  cites: string | null;
  ground: ObjectionGround | null;
} {
  const { decision, reason } = statement;
  return {
    decision,
    reason: reason === '' ? null : reason,
    cites: statement.v === 1 ? null : (statement.cites ?? null),
    ground: statement.v === 3 ? (statement.ground ?? null) : null,
  };
}
