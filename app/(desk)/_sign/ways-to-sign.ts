import { type ProofKind, proofs } from '@/domain/charter/parameters';

/** What this person has to confirm a sign-off with, and the weakest that the charter takes (C22). */
export type Means = { credentialIds: string[]; hasCode: boolean; weakest: ProofKind };

/** The ways that are open to a person, the strongest first. The command asks the same again. */
export function waysToSign({ credentialIds, hasCode, weakest }: Means): ProofKind[] {
  const has: Record<ProofKind, boolean> = { passkey: credentialIds.length > 0, code: hasCode, password: true };
  return proofs.filter((kind, strength) => has[kind] && strength <= proofs.indexOf(weakest));
}
