import { eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { sources } from '@/db/schema';
import { ok, type Result } from '@/domain/result';
import { decideGrading, type GradingRefusal } from '@/domain/source/grading';
import { type LoadSourceRefusal, loadSource, type SourceRow } from './load-source';

export type DecideRefusal = LoadSourceRefusal | GradingRefusal;
export type SourceDecision = { sourceId: string; grading: number } & ({ to: 'accepted' } | { to: 'disputed'; reason: string });

/** What accepting and disputing share: another party's word on the grading it read, and who gave it. Answers the source as it was before. */
export async function decideSource(
  tx: Tx,
  context: Context,
  member: PartyMember,
  decision: SourceDecision,
): Promise<Result<SourceRow, DecideRefusal>> {
  const { to, grading } = decision;
  const loaded = await loadSource(tx, member, decision.sourceId);
  if (!loaded.ok) return loaded;
  const decided = decideGrading(loaded.value, { partyId: member.party.id, grading, to });
  if (!decided.ok) return decided;
  await tx
    .update(sources)
    .set({
      state: decided.value,
      decidedBy: member.personId,
      decidedByParty: member.party.id,
      decidedAt: context.now,
      disputeReason: decision.to === 'disputed' ? decision.reason : null,
    })
    .where(eq(sources.id, loaded.value.id));
  return ok(loaded.value);
}
