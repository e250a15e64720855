import { z } from 'zod';

/** Sign-off v1: what a moderator states, as canonical JSON. Its bytes are stored and served, so `sha256sum` works for anyone. SPEC R7. */
export const SignOffStatement = z.strictObject({
  v: z.literal(1),
  type: z.literal('sign-off'),
  workspace: z.string(),
  claim: z.string(),
  revision: z.string(),
  recordSha256: z.string().regex(/^[0-9a-f]{64}$/),
  charterSha256: z.string().regex(/^[0-9a-f]{64}$/),
  party: z.string(),
  member: z.string(),
  decision: z.enum(['approve', 'approve-with-statement', 'dissent', 'abstain']),
  reason: z.string(),
  nonce: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SignOffStatement = z.infer<typeof SignOffStatement>;
