import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { outbox } from '@/db/schema';

export type DeskMail = {
  id: string;
  kind: string;
  recipient: string;
  state: 'waiting' | 'sent' | 'dropped';
  attempts: number;
  fault: string | null;
  createdAt: Date;
};

const mailsShown = 50;

/** The newest mails of a desk as its steward sees them: to whom and of what kind, never what they say (SPEC M11). */
export async function mailsOfDesk({ workspaceId }: { workspaceId: string }, conn: Db): Promise<DeskMail[]> {
  return conn
    .select({
      id: outbox.id,
      kind: outbox.kind,
      recipient: outbox.recipient,
      state: outbox.state,
      attempts: outbox.attempts,
      fault: outbox.fault,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(eq(outbox.workspaceId, workspaceId))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(mailsShown);
}
