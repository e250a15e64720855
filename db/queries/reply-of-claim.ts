import { and, asc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { isOneOf } from '@/db/one-of';
import { replies, replyContacts, replyWaivers, revisions } from '@/db/schema';
import { type Charter, lists } from '@/domain/charter/charter-text';
import { FrozenRecord, type FrozenReply } from '@/domain/record/frozen-record';

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

/** How many confirmed replies these bytes do not hold (SPEC RR6). One that no other party has confirmed is one party's word, and holds nothing. */
export async function repliesBeside(
  { claimId, record }: { claimId: string; record: { reply?: FrozenReply | undefined } },
  conn: Db | Tx,
): Promise<number> {
  const held = new Set(record.reply?.replies.map(({ id }) => id));
  const rows = await conn
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.claimId, claimId), eq(replies.state, 'confirmed')));
  return rows.filter(({ id }) => !held.has(id)).length;
}

/** The same of a revision as it is stored. Under a charter without C18 no reply keeps anything back. */
export async function lateRepliesOf(
  { id, claimId }: { id: string; claimId: string },
  charter: Pick<Charter, 'clauses'>,
  conn: Db | Tx,
): Promise<number> {
  if (!lists(charter, 'C18')) return 0;
  const [row] = await conn.select({ bytes: revisions.bytes }).from(revisions).where(eq(revisions.id, id));
  if (row === undefined) return 0;
  return repliesBeside({ claimId, record: FrozenRecord.parse(JSON.parse(new TextDecoder().decode(row.bytes))) }, conn);
}
