/** What a desk says about itself, in the order in which it is read (C40). */
export const sections = ['methodology', 'members', 'funding', 'corrections', 'contact'] as const;
export type Section = (typeof sections)[number];

/** These are each party's own words; the others are the desk's, and need every signing party (SPEC TR1). */
export const partySections: readonly Section[] = ['members', 'funding'];

export function isOfParty(section: Section): boolean {
  return partySections.includes(section);
}

/** Two pages: enough for a list of members, and nobody reads more of a policy. */
export const statementCharacters = 6000;
