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
  'passkey-added': { key: string };
  'passkey-removed': { key: string };
  'challenge-receipt': { desk: string; number: string; acknowledgeBy: string; decideBy: string; link: string };
  'challenge-acknowledged': { desk: string; party: string; number: string; decideBy: string; link: string };
  'challenge-decided': { desk: string; number: string; decision: 'accepted' | 'declined'; link: string };
  /** `lines` are made of sentences and numbers; `oneClick` is where a mail program ends them (RFC 8058). */
  notices: News;
  digest: News;
};
type News = { desk: string; group: string; lines: string; link: string; unsubscribe: string; oneClick: string };
export type MailKind = keyof MailFacts;

const kinds: Record<MailKind, true> = {
  invitation: true,
  'password-reset': true,
  'password-changed': true,
  'passkey-added': true,
  'passkey-removed': true,
  'challenge-receipt': true,
  'challenge-acknowledged': true,
  'challenge-decided': true,
  notices: true,
  digest: true,
};

export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(kinds, kind);
}
