import { eq } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { queueMail } from '@/commands/queue-mail';
import type { Tx } from '@/db/handle';
import { passwordResets, people } from '@/db/schema';
import { endSessionsOf } from './end-sessions-of';

/** For how long it is worth telling somebody that their password is another. */
const newsMs = 24 * 60 * 60 * 1000;

/**
 * Stores a new password, ends every other way in – sessions and reset links – and tells the person by mail, who may not be the one who did it. The person's
 * row is locked by the caller. Answers how many sessions ended.
 */
export async function replacePassword(
  tx: Tx,
  context: Context,
  {
    person: { id: personId, email, locale },
    passwordHash,
    workspaceId,
    except,
  }: {
    person: { id: string; email: string; locale: string };
    passwordHash: string;
    workspaceId: string;
    /** The session that stays. */
    except?: string;
  },
): Promise<number> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
  await tx.delete(passwordResets).where(eq(passwordResets.personId, personId));
  const expiresAt = new Date(context.now.getTime() + newsMs);
  await queueMail(tx, context, { workspaceId, kind: 'password-changed', to: email, locale, facts: {}, expiresAt });
  return endSessionsOf(tx, context, { personId, except });
}
