import type { ConsentFacts, SigningParty } from './facts';
import { type ClauseFinding, unmet } from './finding';

/** The parties as a charter's or a record's bytes list them. */
type Listed = { parties: { id: string; name: string; standing: 'signing' | 'observing' }[] };

/** The parties whose consent a charter or a record asks for: those that its bytes list as signing, in its order. SPEC H7. */
export function signingParties({ parties }: Listed): SigningParty[] {
  return parties.filter(({ standing }) => standing === 'signing').map(({ id, name }) => ({ id, name }));
}

/** The signing parties of a charter that have not ratified this digest of it: nobody's silence puts it in force (SPEC H4). */
export function partiesYetToRatify(
  charter: Listed,
  { sha256, ratifications }: { sha256: string; ratifications: { partyId: string; sha256: string }[] },
): SigningParty[] {
  const ratified = new Set(ratifications.filter((one) => one.sha256 === sha256).map((one) => one.partyId));
  return signingParties(charter).filter(({ id }) => !ratified.has(id));
}

/**
 * Why a record cannot be consented to, whoever signs it: its charter is not ratified, or it names other signing parties than its charter does. A party left
 * out would not be asked, and the verdict would be called joint without it. SPEC H7, C21.
 */
export function faultOfConsent({ asked, charter, unratified, left }: ConsentFacts): ClauseFinding | undefined {
  if (charter.length === 0 || unratified.length > 0)
    return unmet('C21', 'charter-not-ratified', { parties: names(unratified), count: unratified.length });
  // What the others publish alone is not joint: they agree on a charter without that party first.
  if (left.length > 0) return partyHasLeft(left);
  const [listed, named] = [ids(charter), ids(asked)];
  const differing = [...charter.filter(({ id }) => !named.has(id)), ...asked.filter(({ id }) => !listed.has(id))];
  if (differing.length === 0) return undefined;
  return unmet('C21', 'parties-not-of-charter', { parties: names(differing), count: differing.length });
}

/** Why a party takes no position on a record and holds nothing of it: its charter's bytes do not list it as signing, whatever the party is at the desk now. SPEC C21. */
export function faultOfSigner(charter: readonly SigningParty[], party: SigningParty): ClauseFinding | undefined {
  return charter.some(({ id }) => id === party.id) ? undefined : unmet('C21', 'party-not-of-charter', { party: party.name });
}

/** What keeps everything of a claim from being signed or published while its charter names a party that has left (C39). */
export function partyHasLeft(left: readonly SigningParty[]): ClauseFinding {
  return unmet('C21', 'party-left', { parties: names(left), count: left.length });
}

function ids(parties: SigningParty[]): Set<string> {
  return new Set(parties.map(({ id }) => id));
}

function names(parties: readonly SigningParty[]): string {
  return parties.map(({ name }) => name).join(', ');
}
