import { z } from 'zod';

/** A rating of the charter's scale: 5 is closest to the truth. A rating without a number is outside the scale. */
export const Rating = z.strictObject({ key: z.string().regex(/^[a-z][a-z-]{1,39}$/), value: z.int().min(1).max(5).optional() });
export type Rating = z.infer<typeof Rating>;

export const defaultRatings: Rating[] = [
  { key: 'accurate', value: 5 },
  { key: 'mostly-accurate', value: 4 },
  { key: 'partly-accurate', value: 3 },
  { key: 'mostly-not-accurate', value: 2 },
  { key: 'not-accurate', value: 1 },
  { key: 'lacks-context' },
  { key: 'outdated' },
  { key: 'unprovable' },
];

/** The least and the greatest number that each parameter may be. */
export const parameterBounds = {
  minAppearances: { min: 1, max: 10 },
  minSources: { min: 1, max: 20 },
  minIndependenceGroups: { min: 1, max: 20 },
  minNonAligned: { min: 0, max: 20 },
  minPrimary: { min: 0, max: 20 },
  ownWorkSharePercent: { min: 0, max: 100 },
  signersPerParty: { min: 1, max: 5 },
} as const;

const bounded = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max);

/** What a charter version sets. Every number that a clause compares with is here, and nowhere else. */
export const CharterParameters = z.strictObject({
  minAppearances: bounded(parameterBounds.minAppearances),
  minSources: bounded(parameterBounds.minSources),
  minIndependenceGroups: bounded(parameterBounds.minIndependenceGroups),
  minNonAligned: bounded(parameterBounds.minNonAligned),
  minPrimary: bounded(parameterBounds.minPrimary),
  allowUnknownInterest: z.boolean(),
  /** The greatest share of a text, in per cent, that its signer may have written. */
  ownWorkSharePercent: bounded(parameterBounds.ownWorkSharePercent),
  signersPerParty: bounded(parameterBounds.signersPerParty),
  ratings: z.array(Rating).min(2).max(20),
});
export type CharterParameters = z.infer<typeof CharterParameters>;

export const defaultParameters: CharterParameters = {
  minAppearances: 1,
  minSources: 2,
  minIndependenceGroups: 2,
  minNonAligned: 1,
  minPrimary: 1,
  allowUnknownInterest: false,
  ownWorkSharePercent: 10,
  signersPerParty: 1,
  ratings: defaultRatings,
};
