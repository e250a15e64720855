import type { Task } from '@/db/queries/desk/tasks-of-member';

/** Where a task is done. */
export function taskHref(task: Task): string {
  switch (task.kind) {
    case 'sign':
    case 'watch-signing':
      return `/desk/claims/${task.claimId}/revisions/${task.revision}`;
    case 'question':
      return `/desk/claims/${task.claimId}#question`;
    case 'sources':
      return `/desk/claims/${task.claimId}?panel=sources#record-panel`;
    case 'open':
      return `/desk/claims/${task.claimId}`;
    case 'answer':
      return `/desk/claims/${task.claimId}#returned`;
    case 'todo':
      return `/desk/claims/${task.claimId}#task-${task.taskId}`;
    case 'retraction':
      return `/desk/claims/${task.claimId}/retraction`;
    case 'challenge':
      return `/desk/claims/${task.claimId}/challenges#challenge-${task.challenge}`;
    case 'ratify':
      return '/desk/charter';
  }
}

export type TaskSummary = { kind: Task['kind']; count: number; href: string };

/** How many tasks of each kind there are, in the order of the list; each leads to the first of its kind, or to the list when that is not on the page. */
export function summaryOf(counts: Partial<Record<Task['kind'], number>>, tasks: readonly Task[]): TaskSummary[] {
  return taskKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    const first = tasks.find((task) => task.kind === kind);
    return count === 0 ? [] : [{ kind, count, href: first === undefined ? '/desk/claims?waits=me' : taskHref(first) }];
  });
}

const taskKinds = [
  'sign',
  'watch-signing',
  'retraction',
  'challenge',
  'answer',
  'question',
  'sources',
  'open',
  'todo',
  'ratify',
] as const satisfies readonly Task['kind'][];

/** What waits in one claim, or about the charter: one heading, and a line for each thing that is to be done. */
export type TaskGroup = { key: string; tasks: [Task, ...Task[]] };

/** The tasks by claim, each claim where its first task stands. */
export function groupsOf(tasks: readonly Task[]): TaskGroup[] {
  const groups = new Map<string, TaskGroup>();
  for (const task of tasks) {
    const key = 'claimId' in task ? task.claimId : `charter ${task.charter}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, tasks: [task] });
    else group.tasks.push(task);
  }
  return [...groups.values()];
}
