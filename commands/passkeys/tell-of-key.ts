import { eq } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { queueMail } from '@/commands/queue-mail';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { people } from '@/db/schema';

/** For how long it is worth telling somebody that they have another key, or one less. */
const newsMs = 24 * 60 * 60 * 1000;

/** Records that a person's keys changed, and tells the person by mail, who may not be the one who did it (SPEC M29). */
export async function tellOfKey(
  tx: Tx,
  context: Context,
  {
    personId,
    workspaceId,
    kind,
    name,
  }: { personId: string; workspaceId: string; kind: 'passkey-added' | 'passkey-removed'; name: string },
): Promise<void> {
  const [person] = await tx.select({ email: people.email, locale: people.locale }).from(people).where(eq(people.id, personId));
  if (person === undefined) throw new Error(`Person ${personId} has keys and no row.`);
  const { email: to, locale } = person;
  const expiresAt = new Date(context.now.getTime() + newsMs);
  await queueMail(tx, context, { workspaceId, kind, to, locale, facts: { key: name }, expiresAt });
  await recordEvent(tx, context, { type: 'account.changed', workspaceId, subjectId: personId, facts: { what: kind } });
}
