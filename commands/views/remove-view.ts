import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { savedViews } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

export const RemoveViewInput = z.strictObject({ viewId: id });

export type RemoveViewRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'>;

/** Takes a saved view away. One that somebody else saved is not there, shared or not (SPEC D8). */
export async function removeView(context: Context, input: unknown): Promise<Result<{ id: string }, RemoveViewRefusal>> {
  const parsed = parseInput(RemoveViewInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'view.save');
  if (!authorized.ok) return authorized;
  const { workspaceId, personId } = authorized.value;
  const { viewId } = parsed.value;

  return withTransaction(context, async (tx) => {
    const own = and(eq(savedViews.id, viewId), eq(savedViews.workspaceId, workspaceId), eq(savedViews.personId, personId));
    const removed = await tx.delete(savedViews).where(own).returning({ id: savedViews.id });
    if (removed.length === 0) return refuse({ code: 'not-found' });
    await recordEvent(tx, context, { type: 'view.removed', workspaceId, subjectId: viewId });
    return ok({ id: viewId });
  });
}
