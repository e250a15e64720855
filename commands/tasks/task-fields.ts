import { z } from 'zod';
import { id, optionalDay, text } from '@/domain/text-input';

/** What a task says. An empty field of a form is an absent one: nobody has it, it has no date. */
export const taskFields = {
  what: text(300),
  /** Who is asked: a member who may read the task. */
  personId: z.preprocess((value) => (value === '' ? undefined : value), id.optional()),
  /** A day in the workspace's time zone. */
  dueOn: optionalDay,
};
