/** Who asks. Made from the session and its membership, never from a payload (SPEC A1). */
export type Role = 'checker' | 'moderator' | 'observer' | 'steward';
export type Standing = 'signing' | 'observing';

export type Member = {
  kind: 'member';
  personId: string;
  sid: string;
  name: string;
  publicName: string | null;
  locale: string;
  workspaceId: string;
  workspaceSlug: string;
  role: Role;
  /** A steward has no party. */
  party: { id: string; name: string; letter: string; position: number; standing: Standing } | null;
  /** When the person last proved who they are (C22). */
  confirmedAt: Date;
};

/** A visitor without a session, or the server itself while it sets a workspace up. */
export type Actor = Member | { kind: 'public' } | { kind: 'system' };
