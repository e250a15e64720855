import { and, asc, eq, inArray } from 'drizzle-orm';
import { mailSeal } from '@/commands/queue-mail';
import type { Db } from '@/db/handle';
import { jobs, memberships, outbox } from '@/db/schema';
import { openSealed } from '@/platform/seal';
import type { Person, Workspace } from '@/tests/support/build';

export type Mailed = { kind: string; state: string; subject: string | null; facts: Record<string, string> };

/** The mails of news that were made for a person, oldest first, with their facts opened. */
export async function mailsTo(db: Db, { email, workspaceId }: Person): Promise<Mailed[]> {
  const own = and(eq(outbox.recipient, email), eq(outbox.workspaceId, workspaceId));
  const rows = await db
    .select()
    .from(outbox)
    .where(and(own, inArray(outbox.kind, ['notices', 'digest'])))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
  return rows.map(({ kind, state, subjectId, sealed }) => {
    const facts: Record<string, string> = JSON.parse((sealed && openSealed(sealed, mailSeal)) ?? '{}');
    return { kind, state, subject: subjectId, facts };
  });
}

export async function seatOf(db: Db, { id, workspaceId }: Person): Promise<string> {
  const own = and(eq(memberships.personId, id), eq(memberships.workspaceId, workspaceId));
  const [seat] = await db.select({ id: memberships.id }).from(memberships).where(own);
  return seat?.id ?? '';
}

/** What the desk is to be woken for about its news. */
export async function wakeUps(db: Db, { id }: Workspace): Promise<{ kind: string; subjectId: string; dueAt: Date }[]> {
  const rows = await db
    .select({ kind: jobs.kind, subjectId: jobs.subjectId, dueAt: jobs.dueAt })
    .from(jobs)
    .where(eq(jobs.workspaceId, id))
    .orderBy(asc(jobs.seq));
  return rows.filter(({ kind }) => kind.startsWith('notifications.'));
}
