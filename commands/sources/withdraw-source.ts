import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { sources } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { type LoadSourceRefusal, loadSource } from './load-source';

export const WithdrawSourceInput = z.strictObject({ sourceId: id });

export type WithdrawSourceRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | LoadSourceRefusal
  | Refusal<'not-your-source'>
  | Refusal<'source-withdrawn'>;

/** The party that attached a source takes it back. Its number stays and is given to nobody else (SPEC S6); revisions that hold it keep it. */
export async function withdrawSource(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'withdrawn' }, WithdrawSourceRefusal>> {
  const parsed = parseInput(WithdrawSourceInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'source.withdraw');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadSource(tx, member, parsed.value.sourceId);
    if (!loaded.ok) return loaded;
    const source = loaded.value;
    if (source.attachedByParty !== member.party.id) return refuse({ code: 'not-your-source' });
    if (source.state === 'withdrawn') return refuse({ code: 'source-withdrawn' });
    await tx.update(sources).set({ state: 'withdrawn' }).where(eq(sources.id, source.id));
    await recordEvent(tx, context, {
      type: 'source.withdrawn',
      workspaceId: member.workspaceId,
      claimId: source.claimId,
      subjectId: source.id,
      facts: { number: source.number },
    });
    return ok({ state: 'withdrawn' as const });
  });
}
