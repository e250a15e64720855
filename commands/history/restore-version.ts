import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { stateOfClaim } from '@/db/queries/desk/state-of-claim';
import { recordDocument } from '@/domain/record/document-name';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { insertVersion } from './insert-version';

export const RestoreVersionInput = z.strictObject({ claimId: id, seq: z.int().min(1) });

export type RestoreVersionRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'nothing-to-restore'>
  | Refusal<'version-does-not-fit'>
  | (Refusal<'claim-not-open'> & { state: string });

/**
 * Makes the record say again what it said at a version, as one new edit of this person: history stays, and what comes after can be restored in the same way
 * (PROTOCOL P46). The edit goes into the log like any other, before it is recorded here, and not at all when the right has ended meanwhile (P22).
 */
export async function restoreVersion(context: Context, input: unknown): Promise<Result<{ seq: number }, RestoreVersionRefusal>> {
  const parsed = parseInput(RestoreVersionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'version.restore');
  if (!authorized.ok) return authorized;
  const { claimId, seq } = parsed.value;
  const member = authorized.value;
  const { workspaceId, personId, sid } = member;

  const state = await stateOfClaim({ claimId, workspaceId }, context.db);
  if (state === undefined) return refuse({ code: 'not-found' });
  if (state !== 'open') return refuse({ code: 'claim-not-open', state });
  const document = recordDocument(claimId);
  const restored = await context.collab.restoreTo(document, seq, { personId, sid, at: context.now });
  if (restored === undefined) return refuse({ code: 'not-found' });
  if (restored === 'claim-closed') return refuse({ code: 'claim-not-open', state: 'closed' });
  if (restored === 'right-lost') return refuse({ code: 'not-allowed', permission: 'version.restore' as const });
  if (restored === 'does-not-fit') return refuse({ code: 'version-does-not-fit' });
  if (!restored.changed) return refuse({ code: 'nothing-to-restore' });

  return withTransaction(context, async (tx) => {
    await insertVersion(tx, context, member, { document, seq: restored.seq, kind: 'restored', restoredSeq: seq });
    await recordEvent(tx, context, { type: 'version.restored', workspaceId, claimId, facts: { from: seq, seq: restored.seq } });
    return ok({ seq: restored.seq });
  });
}
