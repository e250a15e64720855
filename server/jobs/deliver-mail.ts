import { and, eq, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { mailSeal } from '@/commands/queue-mail';
import type { Db } from '@/db/client';
import { outbox } from '@/db/schema';
import { nextAttempt } from '@/domain/time/pause-after';
import type { Mailer } from '@/platform/mail';
import { isMailKind } from '@/platform/mail-kinds';
import { mailWords } from '@/platform/mail-words';
import { openSealed } from '@/platform/seal';

type Row = typeof outbox.$inferSelect;
type Delivery = { db: Db; now: () => Date; stopping: AbortSignal };
const Facts = z.record(z.string(), z.string());

/**
 * Sends every mail that is due, one after another, and answers how many went out (SPEC M10). Without a mailer it only drops those that have run out. Several
 * processes may do this at once: an attempt is taken by moving the next one into the future, so a mail whose process dies is tried again. Once it is
 * `stopping` it takes no other mail and waits for no server.
 */
export async function deliverMail({ db, mailer, now, stopping }: Delivery & { mailer: Mailer | undefined }): Promise<number> {
  await dropOutdated(db, now());
  let sent = 0;
  if (mailer === undefined) return sent;
  while (!stopping.aborted) {
    const mail = await takeAttempt(db, now());
    if (mail === undefined) break;
    sent += (await attempt({ db, mailer, now, stopping }, mail)) ? 1 : 0;
  }
  return sent;
}

async function attempt({ db, mailer, now, stopping }: Delivery & { mailer: Mailer }, mail: Row): Promise<boolean> {
  const facts = factsOf(mail);
  const { id, recipient, kind, locale } = mail;
  if (facts === undefined || !isMailKind(kind)) return end(db, mail, { state: 'dropped', fault: 'unreadable' }, now());
  // A recipient who is no member is sealed with the words (SPEC CH5).
  const to = recipient === '' ? (facts.to ?? '') : recipient;
  const fault = await unlessStopping(
    mailer.send({ id, to, unsubscribe: facts.oneClick, ...mailWords(kind, locale, facts) }),
    stopping,
  );
  // Nobody knows whether it went out: it waits for the attempt that is set already, with the same Message-ID.
  if (fault === 'stopping') return false;
  if (fault === undefined) return end(db, mail, { state: 'sent', fault: null }, now());
  if (fault.isFinal) return end(db, mail, { state: 'dropped', fault: fault.code }, now());
  await db
    .update(outbox)
    .set({ fault: fault.code })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'waiting')));
  return false;
}

/** What a server answers, or that nobody waits for it any more: one that hangs would keep the process from closing its database. */
async function unlessStopping<Answer>(sending: Promise<Answer>, stopping: AbortSignal): Promise<Answer | 'stopping'> {
  const answered = new AbortController();
  const stopped = new Promise<'stopping'>((resolve) => {
    stopping.addEventListener('abort', () => resolve('stopping'), { once: true, signal: answered.signal });
    if (stopping.aborted) resolve('stopping');
  });
  return Promise.race([sending, stopped]).finally(() => answered.abort());
}

/** The oldest mail that is due, with its next attempt already set: no other process takes this one. */
async function takeAttempt(db: Db, now: Date): Promise<Row | undefined> {
  return db.transaction(async (tx) => {
    const [due] = await tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.state, 'waiting'), lte(outbox.nextAttemptAt, now)))
      .orderBy(outbox.nextAttemptAt, outbox.id)
      .limit(1)
      .for('update', { skipLocked: true });
    if (due === undefined) return undefined;
    const nextAttemptAt = nextAttempt(now, due.attempts);
    await tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, nextAttemptAt })
      .where(eq(outbox.id, due.id));
    return due;
  });
}

/** The words are erased with the end, whichever it is. Answers whether the mail was sent. */
async function end(db: Db, { id }: Row, how: { state: 'sent' | 'dropped'; fault: string | null }, now: Date): Promise<boolean> {
  await db
    .update(outbox)
    .set({ ...how, sealed: null, endedAt: now })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'waiting')));
  return how.state === 'sent';
}

async function dropOutdated(db: Db, now: Date): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'dropped', fault: 'outdated', sealed: null, endedAt: now })
    .where(and(eq(outbox.state, 'waiting'), lte(outbox.expiresAt, now)));
}

/** Sealed by this deployment's secret, or nobody can read it any more. */
function factsOf({ sealed }: Row): Record<string, string> | undefined {
  const opened = sealed === null ? undefined : openSealed(sealed, mailSeal);
  return opened === undefined ? undefined : Facts.parse(JSON.parse(opened));
}
