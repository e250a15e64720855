import { createTransport } from 'nodemailer';

export type OutgoingMail = { id: string; to: string; subject: string; text: string; unsubscribe?: string };

/** Why a mail did not go out: a code for the list of mails, and whether another attempt could help. */
export type MailFault = { code: string; isFinal: boolean };

/** The way out for mails. `send` answers the fault, or undefined when the other server has taken the mail. */
export type Mailer = { send(mail: OutgoingMail): Promise<MailFault | undefined>; close(): void };

/** Long enough for a slow server, and shorter than the pause before the next attempt, so that no two attempts at one mail overlap. */
const patienceMs = 20_000;

/** Mail through one SMTP server. The same id gives the same Message-ID, so that a mail that was sent twice is known as one. */
export function openMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // What a mail says comes from people: it names no file and no address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^<>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, text, unsubscribe }) {
      try {
        // An object, so that no address is read as a list of them.
        const about = { from, to: { name: '', address: to }, messageId: `<${id}@${host}>` };
        await transport.sendMail({ ...about, subject, text, headers: headersOf(unsubscribe) });
        return undefined;
      } catch (thrown) {
        return faultOf(thrown);
      }
    },
    close: () => transport.close(),
  };
}

/** How a mail program ends such mails by one request, without opening anything (RFC 8058, section 3.1). */
function headersOf(unsubscribe: string | undefined): Record<string, string> {
  if (unsubscribe === undefined) return {};
  return { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** A server's 5xx is its last word on this mail (RFC 5321, section 4.2.1); anything else may pass. Its text may hold the address, so it is not kept. */
function faultOf(thrown: unknown): MailFault {
  const { responseCode, code } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Record<string, unknown>;
  // A refused login is the operator's to mend, and no fault of the mail.
  if (code === 'EAUTH') return { code: 'EAUTH', isFinal: false };
  if (typeof responseCode === 'number') return { code: String(responseCode), isFinal: responseCode >= 500 };
  return { code: typeof code === 'string' ? code : 'unknown', isFinal: false };
}
