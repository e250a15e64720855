import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { loadRevision } from '@/commands/revisions/load-revision';
import type { RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import { signOffNonces } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

export const BeginSignOffInput = z.strictObject({ revisionId: id });

export type BeginSignOffRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'> | RevisionNotOpen;

/** How long a nonce counts. */
const nonceMs = 10 * 60 * 1000;

/** A nonce for this moderator and this revision, single use (SPEC R7): a statement made for one signing cannot be sent again for another. */
export async function beginSignOff(
  context: Context,
  input: unknown,
): Promise<Result<{ nonce: string; expiresAt: string }, BeginSignOffRefusal>> {
  const parsed = parseInput(BeginSignOffInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.sign');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadRevision(tx, member, parsed.value.revisionId);
    if (!loaded.ok) return loaded;
    const { revision } = loaded.value;
    if (revision.state !== 'signing') return refuse({ code: 'revision-not-open', state: revision.state });
    const nonce = context.randomHex(32);
    const expiresAt = new Date(context.now.getTime() + nonceMs);
    await tx
      .insert(signOffNonces)
      .values({ nonce, workspaceId: member.workspaceId, revisionId: revision.id, personId: member.personId, expiresAt });
    await recordEvent(tx, context, {
      type: 'sign-off.begun',
      workspaceId: member.workspaceId,
      claimId: revision.claimId,
      subjectId: revision.id,
      facts: { number: revision.number },
    });
    return ok({ nonce, expiresAt: expiresAt.toISOString() });
  });
}
