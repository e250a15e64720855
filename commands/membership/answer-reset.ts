import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { type Context, withTransaction } from '@/commands/command';
import { queueMail } from '@/commands/queue-mail';
import type { Tx } from '@/db/handle';
import { memberships, passwordResets, people } from '@/db/schema';
import { mostResets, resetEnd, resetMinutes } from '@/domain/membership/password-reset';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Result } from '@/domain/result';
import { env } from '@/platform/env';
import { openSealed } from '@/platform/seal';
import { resetSeal } from './ask-for-reset';

/** What waited, and was answered with a mail or with nothing. */
export type AnsweredReset = 'mailed' | 'nothing' | 'none-waits';

/**
 * Looks at the oldest request for a new password that waits: whoever has the address, a seat and a password gets a link by mail, once, for an hour; for anybody
 * else the request is gone (SPEC M20, M21). The server calls it until none waits, and several processes may.
 */
export async function answerReset(context: Context): Promise<Result<AnsweredReset>> {
  const token = context.randomHex(32);
  return withTransaction(context, async (tx) => {
    await tx.delete(passwordResets).where(lte(passwordResets.expiresAt, context.now));
    const [asked] = await tx
      .select()
      .from(passwordResets)
      .where(isNotNull(passwordResets.sealedEmail))
      .orderBy(asc(passwordResets.createdAt), asc(passwordResets.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (asked === undefined) return ok<AnsweredReset>('none-waits');
    const email = openSealed(asked.sealedEmail ?? '', resetSeal);
    const person = email === undefined ? undefined : await whoMayReset(tx, email);
    if (email === undefined || person === undefined) {
      await tx.delete(passwordResets).where(eq(passwordResets.id, asked.id));
      return ok<AnsweredReset>('nothing');
    }
    const expiresAt = resetEnd(context.now);
    await tx
      .update(passwordResets)
      .set({ sealedEmail: null, personId: person.id, tokenSha256: digestOf(token), expiresAt })
      .where(eq(passwordResets.id, asked.id));
    await queueMail(tx, context, {
      workspaceId: person.workspaceId,
      kind: 'password-reset',
      to: email,
      locale: person.locale,
      facts: { link: `${env().APP_URL}/reset/${token}`, minutes: String(resetMinutes) },
      expiresAt,
    });
    return ok<AnsweredReset>('mailed');
  });
}

/** An account with a password, a seat, and room for one link more. */
async function whoMayReset(tx: Tx, email: string): Promise<{ id: string; locale: string; workspaceId: string } | undefined> {
  const [person] = await tx
    .select({ id: people.id, locale: people.locale, workspaceId: memberships.workspaceId })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .where(and(eq(people.email, email), isNotNull(people.passwordHash)))
    .limit(1)
    // Two processes that answer requests for one account count one after the other.
    .for('update', { of: people });
  if (person === undefined) return undefined;
  return (await tx.$count(passwordResets, eq(passwordResets.personId, person.id))) < mostResets ? person : undefined;
}
