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
