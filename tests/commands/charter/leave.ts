import { declareExit } from '@/commands/charter/declare-exit';
import { settleExit } from '@/commands/charter/settle-exit';
import type { Db } from '@/db/handle';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { answerOf, contextFor, type Desk } from '@/tests/support/build';

export const exitReason = 'The desk closes, and its people go to other work.';

/** What a moderator sends: which charter their party leaves, and why. */
export async function exitInput(db: Db, workspaceId: string) {
  const sha256 = (await charterInForce({ workspaceId }, db))?.sha256 ?? '';
  return { leave: 'this-charter', sha256, reason: exitReason };
}

/** Both moderators of a desk say that it leaves. */
export async function leave(db: Db, { moderators: [first, second] }: Desk): Promise<void> {
  answerOf(await declareExit(contextFor(db, first), await exitInput(db, first.workspaceId)));
  answerOf(await settleExit(contextFor(db, second), { as: 'confirmed' }));
}
