import { and, asc, count, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, claimTasks } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { readableBy } from './readable-by';

export type Todo = {
  taskId: string;
  claimId: string;
  claimNumber: number;
  what: string;
  dueOn: string | null;
  isPrivate: boolean;
};

/** The unfinished tasks that a member has, those due soonest first; with `dueBy` only those due until that day. A closed claim asks for nothing. */
export async function todosOfMember(
  { member, dueBy, limit }: { member: Member; dueBy?: string; limit: number },
  conn: Db,
): Promise<Todo[]> {
  const rows = await conn
    .select({
      taskId: claimTasks.id,
      claimId: claimTasks.claimId,
      claimNumber: claims.number,
      what: claimTasks.what,
      dueOn: claimTasks.dueOn,
      audienceParty: claimTasks.audienceParty,
    })
    .from(claimTasks)
    .innerJoin(claims, eq(claims.id, claimTasks.claimId))
    .where(and(unfinishedOf(member), dueBy === undefined ? undefined : lte(claimTasks.dueOn, dueBy)))
    .orderBy(sql`${claimTasks.dueOn} nulls last`, asc(claimTasks.seq))
    .limit(limit);
  return rows.map(({ audienceParty, ...todo }) => ({ ...todo, isPrivate: audienceParty !== null }));
}

/** How many there are. */
export async function countTodos({ member }: { member: Member }, conn: Db): Promise<number> {
  const [row] = await conn
    .select({ n: count() })
    .from(claimTasks)
    .innerJoin(claims, eq(claims.id, claimTasks.claimId))
    .where(unfinishedOf(member));
  return row?.n ?? 0;
}

function unfinishedOf(member: Member) {
  return and(
    eq(claimTasks.workspaceId, member.workspaceId),
    eq(claimTasks.assigneeId, member.personId),
    isNull(claimTasks.doneAt),
    sql`${claims.state} <> 'closed'`,
    readableBy(member, claimTasks.audienceParty),
  );
}
