import { authorize } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { stateOfClaim } from '@/db/queries/desk/state-of-claim';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

/** The claim whose record a member may read; an unknown one and another desk's are the same (SPEC A3). */
export async function authorizeRecord(
  context: Context,
  claimId: string | undefined,
): Promise<Result<{ claimId: string; workspaceId: string }, Refusal>> {
  const authorized = authorize(context.actor, 'claim.read');
  if (!authorized.ok) return authorized;
  const { workspaceId } = authorized.value;
  const state = claimId === undefined ? undefined : await stateOfClaim({ claimId, workspaceId }, context.db);
  return claimId === undefined || state === undefined ? refuse({ code: 'not-found' }) : ok({ claimId, workspaceId });
}

/** A number of a record in an address, or undefined when it is none. */
export function readSeq(text: string | undefined | null): number | undefined {
  return text !== undefined && text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
