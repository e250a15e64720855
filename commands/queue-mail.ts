import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { outbox } from '@/db/schema';
import type { MailFacts, MailKind } from '@/platform/mail-kinds';
import { seal } from '@/platform/seal';
import type { Context } from './command';

export type NewMail<Kind extends MailKind> = {
  workspaceId: string;
  kind: Kind;
  to: string;
  /** Of somebody who is no member: the steward's list of mails says only that there is one (SPEC CH5). */
  hidesRecipient?: boolean;
  /** The language of its words. */
  locale: string;
  facts: MailFacts[Kind];
  /** After this moment nobody needs it, so it is not sent any more. */
  expiresAt: Date;
  /** What it is about, so that `callOffMails` finds it. */
  subjectId?: string;
};

/** Seals mails for the outbox; whoever sends them opens them with it. */
export const mailSeal = 'mail';

/**
 * Puts a mail into the outbox, in the transaction of what it tells: a refusal takes the mail back, a commit keeps it until it is sent (SPEC M10). The only
 * way to send a mail.
 */
export async function queueMail<Kind extends MailKind>(tx: Tx, context: Context, mail: NewMail<Kind>): Promise<void> {
  const { workspaceId, kind, to, hidesRecipient = false, locale, facts, expiresAt, subjectId = null } = mail;
  const recipient = hidesRecipient ? '' : to;
  await tx.insert(outbox).values({
    id: context.newId(),
    workspaceId,
    kind,
    subjectId,
    recipient,
    locale,
    sealed: seal(JSON.stringify(hidesRecipient ? { ...facts, to } : facts), mailSeal),
    state: 'waiting',
    attempts: 0,
    nextAttemptAt: context.now,
    expiresAt,
    createdAt: context.now,
  });
}

/** Drops what still waits to be sent about something that is over. */
export async function callOffMails(tx: Tx, context: Context, subjectId: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'dropped', fault: 'called-off', sealed: null, endedAt: context.now })
    .where(and(eq(outbox.subjectId, subjectId), eq(outbox.state, 'waiting')));
}
