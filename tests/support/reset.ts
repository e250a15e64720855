import { desc, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { answerReset } from '@/commands/membership/answer-reset';
import { resetSeal } from '@/commands/membership/ask-for-reset';
import { mailSeal } from '@/commands/queue-mail';
import type { Db } from '@/db/handle';
import { outbox, passwordResets } from '@/db/schema';
import { resetEnd } from '@/domain/membership/password-reset';
import { openSealed, seal } from '@/platform/seal';
import { answerOf, contextOf, noon } from './build';

/** Answers every request that waits, as the server does every two seconds. */
export async function answerAll(db: Db, now = noon): Promise<void> {
  const system = () => contextOf(db, { kind: 'system' }, { now });
  for (let answered = answerOf(await answerReset(system())); answered !== 'none-waits'; )
    answered = answerOf(await answerReset(system()));
}

/** What a request leaves, without its limits, and then the token that the mail carries, if one was sent. */
export async function requestReset(db: Db, email: string, now = noon): Promise<string | undefined> {
  const before = await db.$count(outbox, eq(outbox.recipient, email));
  const waiting = { id: v7(), sealedEmail: seal(email, resetSeal), createdAt: now, expiresAt: resetEnd(now) };
  await db.insert(passwordResets).values(waiting);
  await answerAll(db, now);
  const mails = await db
    .select()
    .from(outbox)
    .where(eq(outbox.recipient, email))
    .orderBy(desc(outbox.createdAt), desc(outbox.id));
  return mails.length === before ? undefined : tokenIn(mails[0]?.sealed ?? '');
}

function tokenIn(sealed: string): string | undefined {
  const facts: unknown = JSON.parse(openSealed(sealed, mailSeal) ?? '{}');
  const link = typeof facts === 'object' && facts !== null && 'link' in facts ? String(facts.link) : '';
  return link.split('/').at(-1);
}
