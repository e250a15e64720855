import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { claimTasks } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { type LoadTaskRefusal, loadTask } from './load-task';

export const ReopenTaskInput = z.strictObject({ taskId: id });

export type ReopenTaskRefusal = AuthorizationRefusal | InputRefusal | LoadTaskRefusal | Refusal<'unchanged'>;

/** Takes back that a task is done (SPEC K8). Who had said so stays in the history. */
export async function reopenTask(context: Context, input: unknown): Promise<Result<{ id: string }, ReopenTaskRefusal>> {
  const parsed = parseInput(ReopenTaskInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'task.write');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { taskId } = parsed.value;

  return withTransaction(context, async (tx) => {
    const task = await loadTask(tx, member, taskId);
    if (!task.ok) return task;
    const { claimId, audienceParty, doneAt } = task.value;
    if (doneAt === null) return refuse({ code: 'unchanged' });
    await tx.update(claimTasks).set({ doneAt: null, doneBy: null, doneByParty: null }).where(eq(claimTasks.id, taskId));
    await recordEvent(tx, context, {
      type: audienceParty === null ? 'task.reopened' : 'task.reopened-privately',
      workspaceId: member.workspaceId,
      claimId,
      subjectId: taskId,
    });
    return ok({ id: taskId });
  });
}
