import { expect, it } from 'vitest';
import { dueKey, Key, readKey, signKey } from '@/domain/discussion/notification';

const id = '0198f2c0-0000-7000-8000-000000000000';

it('[K10] is marked by its id, or by what it is about', () => {
  expect(readKey(id)).toEqual({ kind: 'stored', id });
  expect(readKey(signKey(id))).toEqual({ kind: 'sign', revisionId: id });
  expect(readKey(dueKey(id, '2026-03-09'))).toEqual({ kind: 'task-due', taskId: id, dueOn: '2026-03-09' });
  const strange = [
    '',
    'x',
    'sign:',
    'sign:x',
    `sign:${id}:2026-03-09`,
    `task-due:${id}`,
    `task-due:${id}:2026-02-30`,
    `${id}:`,
    `other:${id}`,
  ];
  for (const key of strange) expect(Key.safeParse(key).success, key).toBe(false);
});
