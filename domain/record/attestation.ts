import { z } from 'zod';
import { reasonMinimum } from '@/domain/charter/check-signing';
import type { RevisionState } from '@/domain/claim/transitions';
import { hex64 } from '@/domain/text-input';
import { type AttestationMoment, attestationMoments, type Procedure, procedures } from './attestation-kinds';
import { visibleLength, wordCount } from './draft';
import { textOfBytes } from './text-of-bytes';

/**
 * What a member of an observing party states of the procedure, as canonical JSON: what was followed, never what is found. It has no decision, and a type of its own, so
 * that no reader of sign-offs takes it for one (SPEC AT2).
 */
export const Attestation = z.strictObject({
  v: z.literal(1),
  type: z.literal('attestation'),
  workspace: z.string(),
  claim: z.string(),
  revision: z.string(),
  recordSha256: hex64,
  charterSha256: hex64,
  party: z.string(),
  member: z.string(),
  procedure: z.enum(procedures),
  moment: z.enum(attestationMoments),
  words: z.string(),
  cites: z.string().min(1).max(10).optional(),
  nonce: hex64,
});
export type Attestation = z.infer<typeof Attestation>;

/** An attestation from its bytes; throws on bytes that are none. */
export function readAttestation(bytes: Uint8Array): Attestation {
  return Attestation.parse(JSON.parse(textOfBytes(bytes)));
}

/** At which moment of its life a revision in this state can be attested; undefined where it cannot: nothing came of it, or another stands in its place. */
export function momentOf(state: RevisionState): AttestationMoment | undefined {
  if (state === 'signing' || state === 'cooling-off') return 'before-publication';
  return state === 'published' ? 'after-publication' : undefined;
}

export type AttestationFault =
  | { code: 'reason-short'; characters: number; needed: number }
  | { code: 'reason-cites-nothing' }
  | { code: 'words-many'; words: number; limit: number };

/** What keeps these words from being attested: who says that something was not followed says what, and by which clause, at the length that a dissent has too (C26, C28). */
export function faultOfAttestation(
  { procedure, words, cites }: { procedure: Procedure; words: string; cites: string | undefined },
  { clauses, limit }: { clauses: readonly string[]; limit: number },
): AttestationFault | undefined {
  const characters = visibleLength(words);
  const count = wordCount(words);
  if (procedure === 'not-followed' && characters < reasonMinimum)
    return { code: 'reason-short', characters, needed: reasonMinimum };
  const isCited = cites !== undefined && clauses.includes(cites);
  // Nobody has to cite a clause to say that all was followed; who does cites one that is there, for the public reads it too.
  if (!isCited && (procedure === 'not-followed' || cites !== undefined)) return { code: 'reason-cites-nothing' };
  return limit > 0 && count > limit ? { code: 'words-many', words: count, limit } : undefined;
}
