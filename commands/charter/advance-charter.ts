import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { charterVersions } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { putInForce } from './put-in-force';

export const AdvanceCharterInput = z.strictObject({ charterId: id });

export type AdvanceCharterRefusal = InputRefusal | Refusal<'not-allowed'> | Refusal<'not-found'>;

/**
 * Puts a version in force whose notice is over (SPEC H13). The job that calls it is a wake-up and no more: what counts are the stored times, so one that comes
 * early, late or twice does the same as one that comes at its moment.
 */
export async function advanceCharter(
  context: Context,
  input: unknown,
): Promise<Result<{ state: string }, AdvanceCharterRefusal>> {
  const parsed = parseInput(AdvanceCharterInput, input);
  if (!parsed.ok) return parsed;
  if (context.actor.kind !== 'system') return refuse({ code: 'not-allowed' });
  const named = eq(charterVersions.id, parsed.value.charterId);

  return withTransaction(context, async (tx): Promise<Result<{ state: string }, AdvanceCharterRefusal>> => {
    const [found] = await tx.select({ workspaceId: charterVersions.workspaceId }).from(charterVersions).where(named);
    if (found === undefined) return refuse({ code: 'not-found' });
    await lockWorkspace(tx, found.workspaceId);
    const [version] = await tx.select().from(charterVersions).where(named).for('update');
    if (version === undefined) return refuse({ code: 'not-found' });
    if (version.state !== 'notice' || version.effectiveAt === null || context.now < version.effectiveAt)
      return ok({ state: version.state });
    await putInForce(tx, context, version);
    return ok({ state: 'in-force' });
  });
}
