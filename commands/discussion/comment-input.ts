import { z } from 'zod';
import { id, text } from '@/domain/text-input';

/** What every comment has: words, plain as they are typed, and whom they mention. */
export const commentFields = {
  body: text(2000),
  /** Members whose names the words say after an `@`. */
  mentions: z.array(id).max(20),
};
