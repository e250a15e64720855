import type { InputIssue } from '@/commands/parse-input';
import { borrowedFrom, type NamedParty } from '@/domain/policies/borrowed-name';

/** A name that somebody goes by, where it stands in the input, and that person's party; a steward has none. */
type GivenName = { field: string; name: string; own: NamedParty | undefined };

/** The names that borrow from a party other than their own, as faults of their fields (SPEC A8). Parties of a workspace are told apart by name. */
export function borrowedNames(given: readonly GivenName[], parties: readonly NamedParty[]): InputIssue[] {
  return given.flatMap(({ field, name, own }) => {
    const others = parties.filter((party) => party.name !== own?.name);
    const party = borrowedFrom(name, { own, others });
    return party === undefined ? [] : [{ field, code: 'name-of-party', party: party.name }];
  });
}
