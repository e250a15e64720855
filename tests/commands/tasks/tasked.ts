import { addTask } from '@/commands/tasks/add-task';
import type { Db } from '@/db/handle';
import { answerOf, contextFor, type Person } from '@/tests/support/build';

export function taskInput(claimId: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { claimId, audience: 'joint', what: 'Find the protocol of the last day', ...changes };
}

export async function buildTask(db: Db, by: Person, claimId: string, changes: Record<string, unknown> = {}): Promise<string> {
  return answerOf(await addTask(contextFor(db, by), taskInput(claimId, changes))).id;
}
