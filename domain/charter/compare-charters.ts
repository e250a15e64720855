import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import type { Charter } from './charter-text';
import type { CharterParameters } from './parameters';

type ClauseText = Charter['clauses'][number];
type Party = Charter['parties'][number];

/** A parameter's value as it stands in a charter. */
export type ParameterValue = CharterParameters[keyof CharterParameters];
export type ChangedParameter = { name: keyof CharterParameters; before: ParameterValue; after: ParameterValue };
export type ChangedClause = { id: ClauseText['id']; before: ClauseText | undefined; after: ClauseText | undefined };
export type ChangedParty = {
  id: string;
  name: string;
  before: Party['standing'] | undefined;
  after: Party['standing'] | undefined;
};

export type CharterChanges = {
  language: { before: string; after: string } | undefined;
  parameters: ChangedParameter[];
  parties: ChangedParty[];
  /** Texts that differ, whatever made them: a number in their words, or another language. */
  clauses: ChangedClause[];
  preamble: { before: string; after: string } | undefined;
};

/** What another version of the charter changes, in the order in which a charter says it. Nothing is left out: what is not here is the same in both. */
export function compareCharters(before: Charter, after: Charter): CharterChanges {
  return {
    language: before.language === after.language ? undefined : { before: before.language, after: after.language },
    parameters: changedParameters(before.parameters, after.parameters),
    parties: changedParties(before.parties, after.parties),
    clauses: changedClauses(before.clauses, after.clauses),
    preamble: before.preamble === after.preamble ? undefined : { before: before.preamble, after: after.preamble },
  };
}

/** Whether a version says the same as another one but for its number: then there is nothing to ratify. */
export function isSameCharter(before: Charter, after: Charter): boolean {
  const [one, other] = [before, after].map((charter) => digestOf(canonicalBytes({ ...charter, number: 0 })));
  return one === other;
}

function changedParameters(before: CharterParameters, after: CharterParameters): ChangedParameter[] {
  // The schema gives every charter the same names, so those of one are those of both.
  const names = Object.keys(after) as (keyof CharterParameters)[];
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({ name, before: before[name], after: after[name] }));
}

function changedParties(before: readonly Party[], after: readonly Party[]): ChangedParty[] {
  const all = [...before, ...after.filter(({ id }) => before.every((party) => party.id !== id))];
  return all
    .map(({ id, name }) => ({ id, name, before: standingIn(before, id), after: standingIn(after, id) }))
    .filter((party) => party.before !== party.after);
}

function standingIn(parties: readonly Party[], id: string): Party['standing'] | undefined {
  return parties.find((party) => party.id === id)?.standing;
}

function changedClauses(before: readonly ClauseText[], after: readonly ClauseText[]): ChangedClause[] {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))].sort();
  return ids
    .map((id) => ({ id, before: before.find((clause) => clause.id === id), after: after.find((clause) => clause.id === id) }))
    .filter(({ before: old, after: now }) => old?.title !== now?.title || old?.text !== now?.text);
}
