/** Who reads a comment or a task (SPEC K1, K7): every party, or the party of whoever wrote it. */
export const audiences = ['joint', 'party'] as const;
export type Audience = (typeof audiences)[number];

/** The party that alone reads what is written for this audience; null where all parties do. */
export function partyOfAudience(audience: Audience, partyId: string): string | null {
  return audience === 'joint' ? null : partyId;
}

/** Whether a member of a party reads what has this audience. Who has no party reads nothing. */
export function isReadBy(audienceParty: string | null, partyId: string | null): boolean {
  return partyId !== null && (audienceParty === null || audienceParty === partyId);
}

/** How an event of this audience is called: what a party does among its own people is of a kind of its own, which no other party is told (THREAT_MODEL T30). */
export function eventFor<Type extends string>(audienceParty: string | null, type: Type): Type | `${Type}-privately` {
  return audienceParty === null ? type : `${type}-privately`;
}
