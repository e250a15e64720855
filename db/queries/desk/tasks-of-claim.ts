import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/handle';
import { claimTasks, people } from '@/db/schema';
import { changesTask } from '@/domain/discussion/task-rights';
import type { Member } from '@/domain/policies/actor';
import { readableBy } from './readable-by';

export type ClaimTask = {
  id: string;
  audienceParty: string | null;
  what: string;
  assignee: { personId: string; name: string; partyId: string } | null;
  dueOn: string | null;
  by: { person: string; partyId: string };
  at: Date;
  done: { at: Date; person: string; partyId: string } | null;
  /** Whether the reader's party changes and finishes it (SPEC K8). */
  isTheirs: boolean;
};

/** The tasks of a claim that a member may read: unfinished ones first, those due soonest before the others. */
export async function tasksOfClaim({ claimId, member }: { claimId: string; member: Member }, conn: Db): Promise<ClaimTask[]> {
  const [assignees, finishers] = [alias(people, 'assignees'), alias(people, 'finishers')];
  const rows = await conn
    .select({ task: claimTasks, by: people.name, assignee: assignees.name, finisher: finishers.name })
    .from(claimTasks)
    .innerJoin(people, eq(people.id, claimTasks.personId))
    .leftJoin(assignees, eq(assignees.id, claimTasks.assigneeId))
    .leftJoin(finishers, eq(finishers.id, claimTasks.doneBy))
    .where(
      and(
        eq(claimTasks.claimId, claimId),
        eq(claimTasks.workspaceId, member.workspaceId),
        readableBy(member, claimTasks.audienceParty),
      ),
    )
    .orderBy(sql`${claimTasks.doneAt} is not null`, sql`${claimTasks.dueOn} nulls last`, asc(claimTasks.seq));
  return rows.map(({ task, by, assignee, finisher }) => {
    const { id, audienceParty, what, dueOn, at, partyId, assigneeId, assigneeParty, doneAt, doneByParty } = task;
    const parties = { audienceParty, byParty: partyId, assigneeParty };
    return {
      ...{ id, audienceParty, what, dueOn, at },
      assignee:
        assigneeId === null || assigneeParty === null
          ? null
          : { personId: assigneeId, name: assignee ?? '', partyId: assigneeParty },
      by: { person: by, partyId },
      done: doneAt === null || doneByParty === null ? null : { at: doneAt, person: finisher ?? '', partyId: doneByParty },
      isTheirs: member.party !== null && changesTask(member.party.id, parties),
    };
  });
}
