import type { Tx } from '@/db/handle';
import type { Context } from './command';

export type Wake = {
  kind: 'challenge.advance';
  workspaceId: string;
  subjectId: string;
  at: Date;
};

/** Wakes a command up at a time, in the transaction of what it follows from. */
export async function schedule(_tx: Tx, _context: Context, _wake: Wake): Promise<void> {}
