/** Every mail there is, with the facts that its words in messages/<language>/mail.json print. A new mail is a line here and its words there. */
export type MailFacts = {
  invitation: {
    desk: string;
    party: string;
    role: 'checker' | 'moderator' | 'observer';
    inviter: string;
    link: string;
    hours: string;
  };
  'password-reset': { link: string; minutes: string };
  'password-changed': Record<string, never>;
};
export type MailKind = keyof MailFacts;

const kinds: Record<MailKind, true> = { invitation: true, 'password-reset': true, 'password-changed': true };

export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(kinds, kind);
}
