import { and, eq, isNull, or } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { LoadClaimRefusal } from '@/commands/load-claim';
import { seatStands } from '@/commands/seat-stands';
import type { Tx } from '@/db/handle';
import { claimTasks } from '@/db/schema';
import { changesTask } from '@/domain/discussion/task-rights';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type TaskRow = typeof claimTasks.$inferSelect;
export type LoadTaskRefusal = LoadClaimRefusal | Refusal<'not-your-task'>;

/**
 * A task that the member's party may change (SPEC K8), locked. One that the member may not read is `not-found`, like an unknown one (SPEC A3, THREAT_MODEL T30).
 */
export async function loadTask(tx: Tx, member: PartyMember, taskId: string): Promise<Result<TaskRow, LoadTaskRefusal>> {
  const { workspaceId, party } = member;
  const [task] = await tx
    .select()
    .from(claimTasks)
    .where(
      and(
        eq(claimTasks.id, taskId),
        eq(claimTasks.workspaceId, workspaceId),
        or(isNull(claimTasks.audienceParty), eq(claimTasks.audienceParty, party.id)),
      ),
    )
    .for('update');
  if (task === undefined) return refuse({ code: 'not-found' });
  if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
  const { audienceParty, partyId: byParty, assigneeParty } = task;
  return changesTask(party.id, { audienceParty, byParty, assigneeParty }) ? ok(task) : refuse({ code: 'not-your-task' });
}
