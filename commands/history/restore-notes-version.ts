import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { stateOfClaim } from '@/db/queries/desk/state-of-claim';
import { notesDocument } from '@/domain/record/document-name';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { insertVersion } from './insert-version';

export const RestoreNotesVersionInput = z.strictObject({ claimId: id, seq: z.int().min(1) });

export type RestoreNotesVersionRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'nothing-to-restore'>
  | Refusal<'version-does-not-fit'>;

/** Makes one's party's notes say again what they said at a version, as one new edit of this person. No event tells of it (PROTOCOL P46, P51). */
export async function restoreNotesVersion(
  context: Context,
  input: unknown,
): Promise<Result<{ seq: number }, RestoreNotesVersionRefusal>> {
  const parsed = parseInput(RestoreNotesVersionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'notes.write');
  if (!authorized.ok) return authorized;
  const { claimId, seq } = parsed.value;
  const member = authorized.value;
  const { workspaceId, personId, sid, party } = member;

  if ((await stateOfClaim({ claimId, workspaceId }, context.db)) === undefined) return refuse({ code: 'not-found' });
  const document = notesDocument(claimId, party.id);
  const restored = await context.collab.restoreTo(document, seq, { personId, sid, at: context.now });
  if (restored === undefined) return refuse({ code: 'not-found' });
  // Notes are written in every state of a claim, so whatever bars them is the seat.
  if (typeof restored === 'string' && restored !== 'does-not-fit')
    return refuse({ code: 'not-allowed', permission: 'notes.write' as const });
  if (restored === 'does-not-fit') return refuse({ code: 'version-does-not-fit' });
  if (!restored.changed) return refuse({ code: 'nothing-to-restore' });

  return withTransaction(context, async (tx) => {
    await insertVersion(tx, context, member, { document, seq: restored.seq, kind: 'restored', restoredSeq: seq });
    return ok({ seq: restored.seq });
  });
}
