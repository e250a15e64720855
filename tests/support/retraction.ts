import type { Context } from '@/commands/command';
import { beginRetractionSignOff } from '@/commands/retractions/begin-retraction-sign-off';
import { proposeRetraction } from '@/commands/retractions/propose-retraction';
import { type SignedRetraction, signRetraction } from '@/commands/retractions/sign-retraction';
import type { Db } from '@/db/handle';
import type { Refusal, Result } from '@/domain/result';
import { answerOf, contextFor, type Person, type Workspace } from './build';

export const retractionReason = 'The document that the finding rests on was forged, as its archive has told us.';

/** A proposal to retract a verdict. */
export async function buildRetraction(
  db: Db,
  workspace: Workspace,
  revisionId: string,
  { by = workspace.north.checkers[0], ...changes }: { by?: Person; challengeId?: string } = {},
): Promise<{ id: string }> {
  return answerOf(await proposeRetraction(contextFor(db, by), { revisionId, reason: retractionReason, ...changes }));
}

/** Has the statement made and signs it, with the fresh session as the proof. */
export async function countersign(
  context: Context,
  retractionId: string,
  conflict: 'none' | 'declared' = 'none',
): Promise<Result<SignedRetraction, Refusal>> {
  const begun = await beginRetractionSignOff(context, { retractionId, conflict });
  if (!begun.ok) return begun;
  return signRetraction(context, { retractionId, nonce: begun.value.nonce, proof: { kind: 'password' } });
}

/** A verdict that both desks have taken back. */
export async function retract(db: Db, workspace: Workspace, revisionId: string): Promise<{ id: string }> {
  const retraction = await buildRetraction(db, workspace, revisionId);
  for (const desk of [workspace.north, workspace.south])
    answerOf(await countersign(contextFor(db, desk.moderators[0]), retraction.id));
  return retraction;
}
