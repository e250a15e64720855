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

export const FinishTaskInput = z.strictObject({ taskId: id });

export type FinishTaskRefusal = AuthorizationRefusal | InputRefusal | LoadTaskRefusal | Refusal<'unchanged'>;

/** Says that a task is done, and who says so (SPEC K8). */
export async function finishTask(context: Context, input: unknown): Promise<Result<{ id: string }, FinishTaskRefusal>> {
  const parsed = parseInput(FinishTaskInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'task.write');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { taskId } = parsed.value;

  return withTransaction(context, async (tx) => {
    const task = await loadTask(tx, member, taskId);
    if (!task.ok) return task;
    const { claimId, audienceParty, doneAt } = task.value;
    if (doneAt !== null) return refuse({ code: 'unchanged' });
    const { workspaceId, personId, party } = member;
    await tx
      .update(claimTasks)
      .set({ doneAt: context.now, doneBy: personId, doneByParty: party.id })
      .where(eq(claimTasks.id, taskId));
    await recordEvent(tx, context, {
      type: audienceParty === null ? 'task.finished' : 'task.finished-privately',
      workspaceId,
      claimId,
      subjectId: taskId,
    });
    return ok({ id: taskId });
  });
}
