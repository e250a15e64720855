import { attestProcedure } from '@/commands/attestations/attest-procedure';
import { beginAttestation } from '@/commands/attestations/begin-attestation';
import type { Context } from '@/commands/command';
import type { Refusal, Result } from '@/domain/result';
import type { Workspace } from './build';

/** That the procedure was followed, as a page sends it; `changes` is what a crafted client would send instead. */
export function attestation(
  workspace: Workspace,
  revision: { id: string; sha256: string },
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    revisionId: revision.id,
    procedure: 'followed',
    recordSha256: revision.sha256,
    charterSha256: workspace.charter.sha256,
    ...changes,
  };
}

/** What was not followed, said at the length that it takes. */
export const complaint = {
  procedure: 'not-followed',
  words: 'The reply of the claimant was recorded after the record was frozen.',
  cites: 'C18',
} as const;

/** Has an attestation made and signs it, with the fresh session as the proof. */
export async function attest(
  context: Context,
  workspace: Workspace,
  revision: { id: string; sha256: string },
  changes: Record<string, unknown> = {},
): Promise<Result<{ id: string; sha256: string }, Refusal>> {
  const begun = await beginAttestation(context, attestation(workspace, revision, changes));
  if (!begun.ok) return begun;
  return attestProcedure(context, { revisionId: revision.id, nonce: begun.value.nonce, proof: { kind: 'password' } });
}
