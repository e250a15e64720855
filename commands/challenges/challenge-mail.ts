import { z } from 'zod';
import type { Context } from '@/commands/command';
import { queueMail } from '@/commands/queue-mail';
import type { Tx } from '@/db/handle';
import type { challenges } from '@/db/schema';
import { env } from '@/platform/env';
import { localePath } from '@/platform/interface-languages';
import type { MailFacts } from '@/platform/mail-kinds';
import { openSealed, seal } from '@/platform/seal';

type ChallengeRow = typeof challenges.$inferSelect;
type ChallengeMail = 'challenge-receipt' | 'challenge-acknowledged' | 'challenge-decided';
const Contact = z.strictObject({ email: z.string(), token: z.string() });

const contactSeal = 'challenge contact';
/** After this nobody waits for such a mail any more. */
const mailMs = 7 * 24 * 60 * 60 * 1000;

/** An address and a link that only mails to the challenger are made from (SPEC CH5). */
export function sealContact(contact: z.output<typeof Contact>): string {
  return seal(JSON.stringify(contact), contactSeal);
}

/** The challenger's own page: how the challenge stands, and the way to take it back. */
export function challengeLink(token: string, locale: string): string {
  const { APP_URL, DEFAULT_LOCALE } = env();
  return `${APP_URL}${localePath(`/challenges/${token}`, locale, DEFAULT_LOCALE)}`;
}

/** Mails whoever left an address; who left none is told by the page alone. */
export async function mailChallenger<Kind extends ChallengeMail>(
  tx: Tx,
  context: Context,
  {
    challenge,
    kind,
    facts,
  }: {
    challenge: Pick<ChallengeRow, 'id' | 'workspaceId' | 'locale' | 'sealedContact'>;
    kind: Kind;
    facts: Omit<MailFacts[Kind], 'link'>;
  },
): Promise<void> {
  const contact = contactOf(challenge);
  if (contact === undefined) return;
  await queueMail(tx, context, {
    workspaceId: challenge.workspaceId,
    kind,
    to: contact.email,
    hidesRecipient: true,
    locale: challenge.locale,
    facts: { ...facts, link: challengeLink(contact.token, challenge.locale) } as MailFacts[Kind],
    expiresAt: new Date(context.now.getTime() + mailMs),
    subjectId: challenge.id,
  });
}

/** Sealed under another secret it is nobody's any more: the challenge goes on without mails. */
function contactOf({ sealedContact }: Pick<ChallengeRow, 'sealedContact'>): z.output<typeof Contact> | undefined {
  const opened = sealedContact === null ? undefined : openSealed(sealedContact, contactSeal);
  return opened === undefined ? undefined : Contact.parse(JSON.parse(opened));
}
