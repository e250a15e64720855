import type { Context } from '@/commands/command';
import type { Db } from '@/db/handle';
import { buildOpenClaim, buildSource, buildWorkspace, contextFor, type Workspace } from '@/tests/support/build';

export type Attached = { workspace: Workspace; claimId: string; sourceId: string; north: Context; south: Context };

/** A source that the Northern desk attached to an open claim; `north` and `south` are a checker of each desk. */
export async function buildAttached(db: Db): Promise<Attached> {
  const workspace = await buildWorkspace(db);
  const claim = await buildOpenClaim(db, workspace);
  const source = await buildSource(db, workspace.north.checkers[0], claim.id);
  return {
    workspace,
    claimId: claim.id,
    sourceId: source.id,
    north: contextFor(db, workspace.north.checkers[1]),
    south: contextFor(db, workspace.south.checkers[0]),
  };
}

export const changed = { stance: 'context', primacy: 'secondary', interest: 'declared', interestNote: 'It is funded by a side.' };
export const disputeReason = 'The publisher reports to a ministry of one of the sides.';
export const closing = { as: 'not-checkable', reason: 'The same claim was submitted before.' };
