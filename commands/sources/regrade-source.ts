import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { sources } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { ChangedGrading, type Grading } from '@/domain/source/attached-source';
import { id } from '@/domain/text-input';
import { type LoadSourceRefusal, loadSource, type SourceRow } from './load-source';

export const RegradeSourceInput = z.strictObject({ sourceId: id, grading: ChangedGrading });

export type RegradeSourceRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | LoadSourceRefusal
  | Refusal<'not-your-source'>
  | Refusal<'source-withdrawn'>
  | Refusal<'unchanged'>;

/** The party that attached a source grades it anew. That is another grading with another number, which nobody has accepted yet (SPEC S2–S4). */
export async function regradeSource(
  context: Context,
  input: unknown,
): Promise<Result<{ grading: number; state: 'proposed' }, RegradeSourceRefusal>> {
  const parsed = parseInput(RegradeSourceInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'source.grade');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const changed = { ...parsed.value.grading, interestNote: parsed.value.grading.interestNote ?? null };

  return withTransaction(context, async (tx) => {
    const loaded = await loadSource(tx, member, parsed.value.sourceId);
    if (!loaded.ok) return loaded;
    const source = loaded.value;
    if (source.attachedByParty !== member.party.id) return refuse({ code: 'not-your-source' });
    if (source.state === 'withdrawn') return refuse({ code: 'source-withdrawn' });
    if (isSame(source, changed)) return refuse({ code: 'unchanged' });
    const grading = source.grading + 1;
    const undecided = { decidedBy: null, decidedByParty: null, decidedAt: null, disputeReason: null };
    await tx
      .update(sources)
      .set({ ...changed, ...undecided, grading, state: 'proposed' })
      .where(eq(sources.id, source.id));
    await recordEvent(tx, context, {
      type: 'source.regraded',
      workspaceId: member.workspaceId,
      claimId: source.claimId,
      subjectId: source.id,
      facts: { number: source.number, grading, stance: changed.stance, primacy: changed.primacy, interest: changed.interest },
    });
    return ok({ grading, state: 'proposed' as const });
  });
}

type Graded = Omit<Grading, 'interestNote'> & { interestNote: string | null };

function isSame(source: SourceRow, { stance, primacy, interest, interestNote }: Graded): boolean {
  return (
    source.stance === stance && source.primacy === primacy && source.interest === interest && source.interestNote === interestNote
  );
}
