import { eq } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import type { ClaimRow } from '@/commands/load-claim';
import { recordEvent } from '@/commands/record-event';
import { schedule } from '@/commands/schedule';
import { returnToWork } from '@/commands/signoffs/return-to-work';
import { type PublishRefusal, publishVerdict } from '@/commands/verdicts/publish-verdict';
import type { Tx } from '@/db/handle';
import { type Signing, signingOfRevision } from '@/db/queries/signing-of-revision';
import { revisions } from '@/db/schema';
import { type DueStep, dueStep } from '@/domain/claim/due-step';
import { hasMediation, hoursAfter, noticesOf } from '@/domain/claim/signing-clock';
import type { RevisionState } from '@/domain/claim/transitions';
import { ok, type Result } from '@/domain/result';
import { lifeOfRevision } from './life-of-revision';
import type { RevisionRow } from './load-revision';
import { moveStoredRevision, type RevisionNotOpen } from './move-stored-revision';
import { tellOfRevision } from './tell-of-revision';

/** Where a revision stands, and by which code a clause keeps back its publication, if one does. */
export type Settled = { state: RevisionState; slug?: string; keptBackBy?: string };
type Locked = { claim: ClaimRow; revision: RevisionRow };
type Step<Move extends DueStep['move']> = Extract<DueStep, { move: Move }>;

/** A publication that a clause keeps back is tried again after this time. */
const retryHours = 1;

/**
 * Does all that is due of a locked revision, one step after the other, each from the moment it was due (SPEC L18). Whoever signs, withdraws, or wakes at a
 * set time ends here, so that no path reaches a publication by a rule of its own.
 */
export async function settleRevision(
  tx: Tx,
  context: Context,
  { claim, revision }: Locked,
): Promise<Result<Settled, PublishRefusal>> {
  const signing = await signingOfRevision(revision, tx);
  const step = dueStep(lifeOfRevision(revision, signing), context.now);
  if (step === undefined) return ok({ state: revision.state });
  const done = await take(tx, context, { claim, revision, signing, step });
  if (!done.ok || done.value.slug !== undefined) return done;
  const [again] = await tx.select().from(revisions).where(eq(revisions.id, revision.id));
  return again === undefined ? done : settleRevision(tx, context, { claim, revision: again });
}

/**
 * The same for those who have done something before it, and whose act stands where a clause keeps back the publication that follows from it: a signature, its
 * withdrawal, a step of the clock. The check comes before the first write of a publication, so what was done until then stands too, and the clock tries again.
 */
export async function settleWhatCan(tx: Tx, context: Context, { claim, revision }: Locked): Promise<Settled> {
  const settled = await settleRevision(tx, context, { claim, revision });
  if (settled.ok) return settled.value;
  await wake(tx, context, revision, hoursAfter(context.now, retryHours));
  const [now] = await tx.select({ state: revisions.state }).from(revisions).where(eq(revisions.id, revision.id));
  return { state: now?.state ?? revision.state, keptBackBy: settled.refusal.code };
}

async function take(
  tx: Tx,
  context: Context,
  { claim, revision, signing, step }: Locked & { signing: Signing; step: DueStep },
): Promise<Result<Settled, PublishRefusal>> {
  switch (step.move) {
    case 'return': {
      const returned = await returnToWork(tx, context, revision, signing);
      return returned.ok ? ok({ state: returned.value }) : returned;
    }
    case 'mediate':
      await mediate(tx, context, revision, step);
      return ok({ state: revision.state });
    case 'cool':
      return cool(tx, context, { revision, signing }, step);
    case 'publish':
      return publishVerdict(tx, context, {
        claim,
        revision,
        signing,
        outcome: step.outcome,
        outcomeAt: revision.outcomeAt ?? step.at,
      });
    case 'expire':
      return expireRevision(tx, context, revision);
  }
}

/** Each party has spoken in the last round: the deadline is now, and there is nobody left to remind. */
async function mediate(tx: Tx, context: Context, revision: RevisionRow, { clock }: Step<'mediate'>): Promise<void> {
  const notices = noticesOf(revision.frozenAt, clock).length;
  await tx
    .update(revisions)
    .set({ ...clock, notices })
    .where(eq(revisions.id, revision.id));
  await wake(tx, context, revision, clock.mediationEndsAt);
  if (!hasMediation(clock)) return;
  await recordEvent(tx, context, {
    ...aboutRevision(revision),
    type: 'revision.mediation',
    facts: { number: revision.number, until: clock.mediationEndsAt?.toISOString() ?? '' },
  });
  await tellOfMediation(tx, context, { ...revision, ...clock });
}

/** Nobody is told of a mediation that is over before they could read of it: what came of it follows at once. */
export async function tellOfMediation(tx: Tx, context: Context, revision: RevisionRow): Promise<void> {
  const { mediationEndsAt } = revision;
  if (mediationEndsAt === null || mediationEndsAt <= context.now) return;
  await tellOfRevision(tx, context, { kind: 'deadline-passed', revision, facts: { until: mediationEndsAt.toISOString() } });
}

async function cool(
  tx: Tx,
  context: Context,
  { revision, signing }: Pick<Locked, 'revision'> & { signing: Signing },
  { outcome, at, releasesAt }: Step<'cool'>,
): Promise<Result<Settled, PublishRefusal>> {
  const moved = await moveStoredRevision(tx, revision, 'cool', { outcome, outcomeAt: at, releasesAt });
  if (!moved.ok) return moved;
  await recordEvent(tx, context, {
    ...aboutRevision(revision),
    type: 'revision.cooling',
    facts: { number: revision.number, outcome, until: releasesAt.toISOString() },
  });
  await wake(tx, context, revision, releasesAt);
  const also = signing.earlier.map(({ personId }) => personId);
  const facts = { outcome, until: releasesAt.toISOString() };
  if (context.now < releasesAt) await tellOfRevision(tx, context, { kind: 'cooling-off', revision, facts, also });
  return ok({ state: moved.value });
}

/** Nobody spoke of it in time, or another revision takes its place (SPEC L20). */
export async function expireRevision(tx: Tx, context: Context, revision: RevisionRow): Promise<Result<Settled, RevisionNotOpen>> {
  const moved = await moveStoredRevision(tx, revision, 'expire', { endedAt: context.now });
  if (!moved.ok) return moved;
  await recordEvent(tx, context, {
    ...aboutRevision(revision),
    type: 'revision.expired',
    facts: { number: revision.number },
  });
  await tellOfRevision(tx, context, { kind: 'revision-expired', revision, also: [revision.proposedBy] });
  return ok({ state: moved.value });
}

/** Has a revision looked at again at a moment of its clock. */
export async function wake(
  tx: Tx,
  context: Context,
  { id, workspaceId }: Pick<RevisionRow, 'id' | 'workspaceId'>,
  at: Date | null,
): Promise<void> {
  if (at !== null) await schedule(tx, context, { kind: 'revision.advance', workspaceId, subjectId: id, at });
}

/** Whose event it is: every event of a revision names its claim and itself. */
export function aboutRevision({ id, workspaceId, claimId }: RevisionRow): {
  workspaceId: string;
  claimId: string;
  subjectId: string;
} {
  return { workspaceId, claimId, subjectId: id };
}
