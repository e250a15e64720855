import { eq } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { revisions } from '@/db/schema';
import { ok, type Result } from '@/domain/result';
import type { RevisionRow } from './load-revision';
import { moveStoredRevision, type RevisionNotOpen } from './move-stored-revision';
import { aboutRevision } from './settle-revision';

/** Brings a revision that cools off back to signing; one that is in signing stays there. */
export async function reopenSigning(
  tx: Tx,
  context: Context,
  revision: RevisionRow,
): Promise<Result<RevisionRow, RevisionNotOpen>> {
  if (revision.state !== 'cooling-off') return ok(revision);
  const moved = await moveStoredRevision(tx, revision, 'reopen-signing', { outcome: null, outcomeAt: null, releasesAt: null });
  if (!moved.ok) return moved;
  await recordEvent(tx, context, {
    ...aboutRevision(revision),
    type: 'revision.reopened',
    facts: { number: revision.number },
  });
  const [open] = await tx.select().from(revisions).where(eq(revisions.id, revision.id));
  return ok(open ?? revision);
}
