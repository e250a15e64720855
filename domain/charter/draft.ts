import { z } from 'zod';
import type { Standing } from '@/domain/policies/actor';
import { id } from '@/domain/text-input';
import { type Charter, lists } from './charter-text';
import { type ClauseId, clauses, optionalClauseIds } from './clauses';
import { type CharterParameters, defaultParameters, defaultRatings, parameterBounds, proofs } from './parameters';
import { charterLanguages } from './template';

/**
 * The shape of the live draft of a charter, as data: one `Y.Map` of plain values, one for each thing that is chosen, so that two people who choose different things
 * never undo each other's choice. The form, the collaboration server and the proposal read this one table (SPEC H19).
 */
export const draftRoot = 'charter';

/** What is in the map. Typed only when it is proposed: whoever may write a document may also delete from it. */
export type DraftValues = Readonly<Record<string, unknown>>;
export type DraftValue = string | number | boolean;

/** What becomes of a party that is there: it keeps or gets a standing, or the next version does not name it. A joining one that is none was taken out again. */
export const becomings = ['signing', 'observing', 'none'] as const;

export type NumberName = keyof typeof parameterBounds;
export const numberNames = Object.keys(parameterBounds) as NumberName[];

export const ratingKey = (rating: string) => `rating:${rating}`;
export const clauseKey = (clause: ClauseId) => `clause:${clause}`;
export const partyKey = (partyId: string) => `party:${partyId}`;
export const joiningKey = (party: string, field: 'name' | 'letter' | 'standing') => `joining:${party}:${field}`;

const named = new Map<string, z.ZodType>([
  ['language', z.enum(charterLanguages)],
  ['allowUnknownInterest', z.boolean()],
  ['weakestProof', z.enum(proofs)],
  ...numberNames.map((name) => [name, z.int().min(parameterBounds[name].min).max(parameterBounds[name].max)] as const),
  ...defaultRatings.map(({ key }) => [ratingKey(key), z.boolean()] as const),
  ...optionalClauseIds.map((clause) => [clauseKey(clause), z.boolean()] as const),
]);
/** Half-typed names are in the draft too: they are judged when it is proposed. */
const joiningFields: Record<string, z.ZodType> = {
  name: z.string().max(120),
  letter: z.string().max(8),
  standing: z.enum(becomings),
};

/** Whether the draft has a place for this value under this key (PROTOCOL P70). */
export function fitsDraft(key: string, value: unknown): boolean {
  return schemaOf(key)?.safeParse(value).success ?? false;
}

function schemaOf(key: string): z.ZodType | undefined {
  const [kind, name = '', field, ...rest] = key.split(':');
  if (kind === 'party' && field === undefined) return id.safeParse(name).success ? z.enum(becomings) : undefined;
  if (kind === 'joining' && rest.length === 0) return /^[a-z0-9]{8}$/.test(name) ? joiningFields[field ?? ''] : undefined;
  return named.get(key);
}

/** What a draft begins with: the version in force, or the template. What the parties of an older charter never ratified begins as the template has it. */
export function beginningOf(charter: Charter | undefined, language: string): Record<string, DraftValue> {
  const parameters = charter?.parameters ?? defaultParameters;
  const usable = (name: NumberName) => (fitsDraft(name, parameters[name]) ? parameters[name] : defaultParameters[name]);
  const isListed = (clause: ClauseId) => charter === undefined || charter.v === 1 || lists(charter, clause);
  return {
    language: charterLanguages.find((known) => known === (charter?.language ?? language)) ?? 'en',
    ...Object.fromEntries(numberNames.map((name) => [name, usable(name)])),
    allowUnknownInterest: parameters.allowUnknownInterest,
    weakestProof: parameters.weakestProof,
    ...Object.fromEntries(
      defaultRatings.map(({ key }) => [ratingKey(key), parameters.ratings.some((rating) => rating.key === key)]),
    ),
    ...Object.fromEntries(optionalClauseIds.map((clause) => [clauseKey(clause), isListed(clause)])),
  };
}

export type DraftParties = {
  known: { id: string; standing: Standing }[];
  joining: { key: string; name: string; letter: string; standing: Standing }[];
};

/** The parties as the draft names them: those of the version in force unless it says otherwise, and those that join. */
export function partiesOfDraft(values: DraftValues, present: DraftParties['known']): DraftParties {
  const known = present.flatMap(({ id: partyId, standing }) => {
    const becomes = values[partyKey(partyId)] ?? standing;
    return isStanding(becomes) ? [{ id: partyId, standing: becomes }] : [];
  });
  const keys = Object.keys(values).flatMap((key) => /^joining:([a-z0-9]{8}):standing$/.exec(key)?.[1] ?? []);
  const joining = keys.toSorted().flatMap((key) => {
    const standing = values[joiningKey(key, 'standing')];
    const text = (field: 'name' | 'letter') => String(values[joiningKey(key, field)] ?? '');
    return isStanding(standing) ? [{ key, name: text('name'), letter: text('letter'), standing }] : [];
  });
  return { known, joining };
}

/** What a draft says of the text, as the proposal's schema takes it. What is missing in it stays missing, for that schema to name. */
export function textOfDraft(values: DraftValues) {
  const { language, allowUnknownInterest, weakestProof } = values;
  return {
    language,
    parameters: {
      ...Object.fromEntries(numberNames.map((name) => [name, values[name]])),
      ...{ allowUnknownInterest, weakestProof },
      ratings: defaultRatings.map(({ key }) => key).filter((key) => values[ratingKey(key)] === true),
    },
    leftOut: leftOutOf(values),
  };
}

export function leftOutOf(values: DraftValues): ClauseId[] {
  return optionalClauseIds.filter((clause) => values[clauseKey(clause)] === false);
}

/** The parameters that a draft is shown with: where it holds none that may be proposed, the template's own. */
export function parametersOfDraft(values: DraftValues): CharterParameters {
  const { parameters } = textOfDraft(values);
  const shown = <Name extends keyof CharterParameters>(name: Name) =>
    fitsDraft(name, values[name]) ? values[name] : defaultParameters[name];
  // Each name of the type once, with a value that its schema has taken.
  return {
    ...Object.fromEntries(
      [...numberNames, 'allowUnknownInterest' as const, 'weakestProof' as const].map((name) => [name, shown(name)]),
    ),
    ratings: defaultRatings.filter(({ key }) => parameters.ratings.includes(key)),
  } as CharterParameters;
}

/** The clause that reads a parameter which a proposal finds at fault; undefined for what no clause reads: the language, the parties. */
export function clauseAtFault(field: string): ClauseId | undefined {
  const [group, name] = field.split('.');
  if (group !== 'parameters') return undefined;
  return clauses.find(({ parameters }) => parameters.some((parameter) => parameter === name))?.id;
}

function isStanding(value: unknown): value is Standing {
  return value === 'signing' || value === 'observing';
}
