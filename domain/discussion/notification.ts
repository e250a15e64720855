import { z } from 'zod';
import { day, id } from '@/domain/text-input';

/** What a notification is marked by: the id of a stored one, or the thing that a derived one is about. */
export type NotificationKey =
  | { kind: 'stored'; id: string }
  | { kind: 'sign'; revisionId: string }
  | { kind: 'task-due'; taskId: string; dueOn: string };

export function signKey(revisionId: string): string {
  return `sign:${revisionId}`;
}

/** Moved to another day, a task is due anew. */
export function dueKey(taskId: string, dueOn: string): string {
  return `task-due:${taskId}:${dueOn}`;
}

/** The key in its parts, or undefined when it is none. */
export function readKey(key: string): NotificationKey | undefined {
  const [kind = '', about = '', dueOn = '', ...rest] = key.split(':');
  if (rest.length > 0) return undefined;
  if (isId(key)) return { kind: 'stored', id: key };
  if (!isId(about)) return undefined;
  if (kind === 'sign' && dueOn === '') return { kind, revisionId: about };
  return kind === 'task-due' && day.safeParse(dueOn).success ? { kind, taskId: about, dueOn } : undefined;
}

/** A key as it arrives. */
export const Key = z
  .string()
  .max(100)
  .refine((key) => readKey(key) !== undefined);

function isId(value: string): boolean {
  return id.safeParse(value).success;
}
