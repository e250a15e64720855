import { and, asc, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { isOneOf } from '@/db/one-of';
import { replies, replyContacts, replyWaivers } from '@/db/schema';
import type { FrozenReply } from '@/domain/record/frozen-record';

/** What is recorded of asking who made a claim (C18), in the order in which it was recorded. */
export type ReplyRows = {
  contacts: (typeof replyContacts.$inferSelect)[];
  replies: (typeof replies.$inferSelect)[];
  waivers: (typeof replyWaivers.$inferSelect)[];
};

/** Of several claims at once. Each row says of which. */
export async function replyRows(claimIds: readonly string[], conn: Db | Tx): Promise<ReplyRows> {
  const [contacts, answers, waivers] = await Promise.all([
    conn.select().from(replyContacts).where(isOneOf(replyContacts.claimId, claimIds)).orderBy(asc(replyContacts.id)),
    conn.select().from(replies).where(isOneOf(replies.claimId, claimIds)).orderBy(asc(replies.id)),
    conn.select().from(replyWaivers).where(isOneOf(replyWaivers.claimId, claimIds)).orderBy(asc(replyWaivers.id)),
  ]);
  return { contacts, replies: answers, waivers };
}

/** How many replies have come that these bytes do not hold (SPEC RR6). One that another party contested is none. */
export async function repliesBeside(
  { claimId, record }: { claimId: string; record: { reply?: FrozenReply | undefined } },
  conn: Db | Tx,
): Promise<number> {
  const held = new Set(record.reply?.replies.map(({ id }) => id));
  const rows = await conn
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.claimId, claimId), ne(replies.state, 'contested')));
  return rows.filter(({ id }) => !held.has(id)).length;
}
