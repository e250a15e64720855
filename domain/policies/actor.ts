/** Who asks. Made from the session and its membership, never from a payload (SPEC A1). */
export type Role = 'checker' | 'moderator' | 'observer' | 'steward';
export type Standing = 'signing' | 'observing';
/** A party that the charter that counts does not name sits outside: it joins, or is a party no more (SPEC H17, H18). */
export type PartyStanding = Standing | 'outside';

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
  party: { id: string; name: string; letter: string; position: number; standing: PartyStanding } | null;
  /** When the person last proved who they are (C22). */
  confirmedAt: Date;
};

/** A visitor without a session, or the server itself while it sets a workspace up. */
export type Actor = Member | { kind: 'public' } | { kind: 'system' };
