import { eq } from 'drizzle-orm';
import { type Context, withTransaction } from '@/commands/command';
import type { ClaimRow } from '@/commands/load-claim';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { claims, revisions } from '@/db/schema';
import { hasMediation, noticesOf } from '@/domain/claim/signing-clock';
import type { RevisionState } from '@/domain/claim/transitions';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import type { RevisionRow } from './load-revision';
import { remindSigners } from './remind-signers';
import { aboutRevision, settleWhatCan, tellOfMediation } from './settle-revision';

/**
 * What the clock does of a revision: gives the notices that are due and takes every step that is, each once (SPEC L18). Called late, twice or by two at
 * once it does nothing more; a server that was down catches up with one call.
 */
export async function advanceRevision(
  context: Context,
  { revisionId }: { revisionId: string },
): Promise<Result<{ state: RevisionState; keptBackBy?: string }, Refusal<'not-found'> | Refusal<'not-allowed'>>> {
  if (context.actor.kind !== 'system') return refuse({ code: 'not-allowed' });
  return withTransaction(context, async (tx) => {
    const locked = await lock(tx, revisionId);
    if (locked === undefined) return refuse({ code: 'not-found' });
    const { claim, revision } = locked;
    if (revision.state === 'signing') await giveNotices(tx, context, revision);
    const { slug: _, ...settled } = await settleWhatCan(tx, context, { claim, revision });
    return ok(settled);
  });
}

/** Claim first, as every command locks. */
async function lock(tx: Tx, revisionId: string): Promise<{ claim: ClaimRow; revision: RevisionRow } | undefined> {
  const [found] = await tx.select({ claimId: revisions.claimId }).from(revisions).where(eq(revisions.id, revisionId));
  if (found === undefined) return undefined;
  const [claim] = await tx.select().from(claims).where(eq(claims.id, found.claimId)).for('update');
  const [revision] = await tx.select().from(revisions).where(eq(revisions.id, revisionId)).for('update');
  return claim === undefined || revision === undefined ? undefined : { claim, revision };
}

/** Two reminders and the deadline (C25). Of several that are due only the last is told: nobody needs yesterday's reminder. */
async function giveNotices(tx: Tx, context: Context, revision: RevisionRow): Promise<void> {
  const all = noticesOf(revision.frozenAt, revision);
  const due = all.filter((at) => at <= context.now).length;
  if (due <= revision.notices) return;
  await tx.update(revisions).set({ notices: due }).where(eq(revisions.id, revision.id));
  const { number, signingEndsAt, mediationEndsAt } = revision;
  const isOver = due === all.length;
  if (isOver && !hasMediation(revision)) return;
  await recordEvent(tx, context, {
    ...aboutRevision(revision),
    type: isOver ? 'revision.mediation' : 'revision.reminded',
    facts: { number, until: (isOver ? mediationEndsAt : signingEndsAt)?.toISOString() ?? '' },
  });
  if (isOver) await tellOfMediation(tx, context, revision);
  else await remindSigners(tx, context, revision);
}
