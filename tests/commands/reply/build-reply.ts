import { eq } from 'drizzle-orm';
import { recordReply } from '@/commands/reply/record-reply';
import type { Db } from '@/db/handle';
import { replies } from '@/db/schema';
import { answerOf, contextFor, type Workspace } from '@/tests/support/build';
import { buildSignable } from '@/tests/support/sign';

/** A reply that the Northern desk received, to a record that lacks nothing else. */
export async function buildReply(db: Db, workspace: Workspace): Promise<string> {
  const { id: claimId } = await buildSignable(db, workspace);
  const reply = { claimId, text: 'We never said that.', language: 'en', receivedOn: '2026-03-02' };
  return answerOf(await recordReply(contextFor(db, workspace.north.checkers[0]), reply)).id;
}

export async function claimOfReply(db: Db, replyId: string): Promise<string> {
  const [row] = await db.select({ claimId: replies.claimId }).from(replies).where(eq(replies.id, replyId));
  return row?.claimId ?? '';
}
