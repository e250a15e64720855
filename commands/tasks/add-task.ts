import { and, count, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadClaim } from '@/commands/load-claim';
import { tell } from '@/commands/notifications/tell';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { claimTasks } from '@/db/schema';
import { audiences, eventFor, partyOfAudience } from '@/domain/discussion/audience';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { assigneeOf } from './assignee-of';
import { taskFields } from './task-fields';

/** More than that is a plan, and not a list that somebody reads beside a claim (SPEC K12). */
const mostTasks = 100;

export const AddTaskInput = z.strictObject({ claimId: id, audience: z.enum(audiences), ...taskFields });

export type AddTaskRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'claim-closed'>
  | Refusal<'assignee-not-reader'>
  | (Refusal<'too-many-tasks'> & { limit: number });

/** Asks for something to be done about a claim (SPEC K7). A day that has passed may be given, as with a claim's own date. */
export async function addTask(context: Context, input: unknown): Promise<Result<{ id: string }, AddTaskRefusal>> {
  const parsed = parseInput(AddTaskInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'task.write');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId, personId, party } = member;
  const { claimId, audience, what, personId: assigneeId, dueOn } = parsed.value;
  const audienceParty = partyOfAudience(audience, party.id);

  return withTransaction(context, async (tx) => {
    const claim = await loadClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    if (claim.value.state === 'closed') return refuse({ code: 'claim-closed' });
    // Of the same audience alone: another party's own tasks must not be told by how much room is left (THREAT_MODEL T30).
    const own = audienceParty === null ? isNull(claimTasks.audienceParty) : eq(claimTasks.audienceParty, audienceParty);
    const unfinished = and(eq(claimTasks.claimId, claimId), isNull(claimTasks.doneAt), own);
    const [open] = await tx.select({ n: count() }).from(claimTasks).where(unfinished);
    if ((open?.n ?? 0) >= mostTasks) return refuse({ code: 'too-many-tasks', limit: mostTasks });
    const assignee = await assigneeOf(tx, { workspaceId, audienceParty }, assigneeId);
    if (!assignee.ok) return assignee;
    const taskId = context.newId();
    await tx.insert(claimTasks).values({
      id: taskId,
      workspaceId,
      claimId,
      audienceParty,
      what,
      assigneeId: assignee.value?.personId ?? null,
      assigneeParty: assignee.value?.partyId ?? null,
      dueOn: dueOn ?? null,
      personId,
      partyId: party.id,
      at: context.now,
    });
    const to = assignee.value === undefined ? [] : [assignee.value.personId];
    await tell(tx, context, { kind: 'task-given', workspaceId, claimId, taskId, by: member, to });
    await recordEvent(tx, context, {
      type: eventFor(audienceParty, 'task.added'),
      workspaceId,
      claimId,
      subjectId: taskId,
    });
    return ok({ id: taskId });
  });
}
