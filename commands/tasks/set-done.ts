import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { claimTasks } from '@/db/schema';
import { eventFor } from '@/domain/discussion/audience';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { type LoadTaskRefusal, loadTask } from './load-task';

export const SetDoneInput = z.strictObject({ taskId: id, done: z.boolean() });

export type SetDoneRefusal = AuthorizationRefusal | InputRefusal | LoadTaskRefusal | Refusal<'unchanged'>;

/** Says that a task is done, or takes that back (SPEC K8). Who had said so stays in the history. */
export async function setDone(context: Context, input: unknown): Promise<Result<{ id: string }, SetDoneRefusal>> {
  const parsed = parseInput(SetDoneInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'task.write');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { taskId, done } = parsed.value;

  return withTransaction(context, async (tx) => {
    const task = await loadTask(tx, member, taskId);
    if (!task.ok) return task;
    const { claimId, audienceParty, doneAt } = task.value;
    if (done === (doneAt !== null)) return refuse({ code: 'unchanged' });
    const { workspaceId, personId, party } = member;
    const said = done
      ? { doneAt: context.now, doneBy: personId, doneByParty: party.id }
      : { doneAt: null, doneBy: null, doneByParty: null };
    await tx.update(claimTasks).set(said).where(eq(claimTasks.id, taskId));
    const type = eventFor(audienceParty, done ? 'task.finished' : 'task.reopened');
    await recordEvent(tx, context, { type, workspaceId, claimId, subjectId: taskId });
    return ok({ id: taskId });
  });
}
