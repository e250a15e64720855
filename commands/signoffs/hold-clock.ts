import { eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import { aboutRevision, wake } from '@/commands/revisions/settle-revision';
import { tellOfRevision } from '@/commands/revisions/tell-of-revision';
import type { Tx } from '@/db/handle';
import type { Signing } from '@/db/queries/signing-of-revision';
import { revisions } from '@/db/schema';
import { heldClock, noticesOf } from '@/domain/claim/signing-clock';

/**
 * What an objection does to the clock (C25): it holds it once for each party and revision. `signing` is from before it was made; an objection that was
 * taken back has held the clock all the same.
 */
export async function holdClock(
  tx: Tx,
  context: Context,
  { revision, signing, by }: { revision: RevisionRow; signing: Signing; by: PartyMember },
): Promise<RevisionRow> {
  const hours = signing.charter.parameters.objectionHours;
  const hasHeld = signing.made.some((one) => one.partyId === by.party.id && one.decision === 'object');
  if (hours === 0 || hasHeld || revision.signingEndsAt === null) return revision;
  const clock = heldClock(revision, hours);
  const until = clock.signingEndsAt?.toISOString() ?? '';
  await tx.update(revisions).set(clock).where(eq(revisions.id, revision.id));
  await recordEvent(tx, context, {
    ...aboutRevision(revision),
    type: 'revision.clock-held',
    facts: { number: revision.number, hours, until },
  });
  for (const at of [...noticesOf(revision.frozenAt, clock), clock.mediationEndsAt]) await wake(tx, context, revision, at);
  await tellOfRevision(tx, context, { kind: 'clock-held', revision, by, facts: { until } });
  return { ...revision, ...clock };
}
