import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { tell } from '@/commands/notifications/tell';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { claimTasks } from '@/db/schema';
import { eventFor } from '@/domain/discussion/audience';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { assigneeOf } from './assignee-of';
import { type LoadTaskRefusal, loadTask } from './load-task';
import { taskFields } from './task-fields';

export const ChangeTaskInput = z.strictObject({ taskId: id, ...taskFields });

export type ChangeTaskRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | LoadTaskRefusal
  | Refusal<'assignee-not-reader'>
  | Refusal<'task-done'>
  | Refusal<'unchanged'>;

/** Says anew what is to be done, by whom and by when (SPEC K8); who reads it stays. Whoever gets it by that is told. */
export async function changeTask(context: Context, input: unknown): Promise<Result<{ id: string }, ChangeTaskRefusal>> {
  const parsed = parseInput(ChangeTaskInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'task.write');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId } = member;
  const { taskId, what, personId, dueOn } = parsed.value;

  return withTransaction(context, async (tx) => {
    const task = await loadTask(tx, member, taskId);
    if (!task.ok) return task;
    const { claimId, audienceParty, doneAt, ...before } = task.value;
    if (doneAt !== null) return refuse({ code: 'task-done' });
    const isSamePerson = (personId ?? null) === before.assigneeId;
    const isSame = isSamePerson && what === before.what && (dueOn ?? null) === before.dueOn;
    if (isSame) return refuse({ code: 'unchanged' });
    const assignee = await assigneeOf(tx, { workspaceId, audienceParty }, personId);
    if (!assignee.ok) return assignee;
    const [assigneeId, assigneeParty] = [assignee.value?.personId ?? null, assignee.value?.partyId ?? null];
    await tx
      .update(claimTasks)
      .set({ what, assigneeId, assigneeParty, dueOn: dueOn ?? null })
      .where(eq(claimTasks.id, taskId));
    const to = assigneeId === null || isSamePerson ? [] : [assigneeId];
    await tell(tx, context, { kind: 'task-given', workspaceId, claimId, taskId, by: member, to });
    await recordEvent(tx, context, {
      type: eventFor(audienceParty, 'task.changed'),
      workspaceId,
      claimId,
      subjectId: taskId,
    });
    return ok({ id: taskId });
  });
}
