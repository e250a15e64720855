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
  signoffHours: { min: 1, max: 2160 },
  mediationHours: { min: 0, max: 2160 },
  maxRounds: { min: 1, max: 10 },
  objectionHours: { min: 0, max: 168 },
  dissentWords: { min: 50, max: 1000 },
  coolingOffHours: { min: 0, max: 168 },
  safetyHoldHours: { min: 0, max: 168 },
  replyWindowHours: { min: 0, max: 720 },
  interestDays: { min: 1, max: 730 },
  ackHours: { min: 1, max: 336 },
  decideHours: { min: 1, max: 2160 },
  minorCharacters: { min: 0, max: 200 },
  noticeDays: { min: 0, max: 90 },
  transparencyDays: { min: 0, max: 730 },
} as const;

/** How a signer confirms a sign-off, the strongest first: a personal key, a code of the second factor, a fresh password alone. */
export const proofs = ['passkey', 'code', 'password'] as const;
export type ProofKind = (typeof proofs)[number];

const bounded = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max);

/** What the first schema of charters set. */
export const FirstParameters = z.strictObject({
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

/** What a charter version sets. Every number that a clause compares with is here, and nowhere else. */
export const CharterParameters = FirstParameters.extend({
  /** From the freeze until the deadline (C25). */
  signoffHours: bounded(parameterBounds.signoffHours),
  /** From the deadline until a deadlock is published (C27). */
  mediationHours: bounded(parameterBounds.mediationHours),
  /** In this round a dissent does not return the claim to work any more (C27). */
  maxRounds: bounded(parameterBounds.maxRounds),
  /** How long one objection of a party holds the clock (C25). */
  objectionHours: bounded(parameterBounds.objectionHours),
  dissentWords: bounded(parameterBounds.dissentWords),
  coolingOffHours: bounded(parameterBounds.coolingOffHours),
  safetyHoldHours: bounded(parameterBounds.safetyHoldHours),
  replyWindowHours: bounded(parameterBounds.replyWindowHours),
  /** How long a signer's declaration of interests counts (C19). */
  interestDays: bounded(parameterBounds.interestDays),
  /** The weakest way of confirming a sign-off that counts (C22). */
  weakestProof: z.enum(proofs),
  /** A challenge is acknowledged and decided within these (C32). */
  ackHours: bounded(parameterBounds.ackHours),
  decideHours: bounded(parameterBounds.decideHours),
  /** The most characters that a minor correction changes (C33). */
  minorCharacters: bounded(parameterBounds.minorCharacters),
  /** Between the last ratification of an amendment and its being in force (C38). */
  noticeDays: bounded(parameterBounds.noticeDays),
  /** How long what the desk says about itself counts (C40); with 0 it need say nothing. */
  transparencyDays: bounded(parameterBounds.transparencyDays),
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
  signoffHours: 168,
  mediationHours: 96,
  maxRounds: 3,
  objectionHours: 48,
  dissentWords: 300,
  coolingOffHours: 24,
  safetyHoldHours: 72,
  replyWindowHours: 48,
  interestDays: 180,
  weakestProof: 'code',
  ackHours: 48,
  decideHours: 168,
  minorCharacters: 40,
  noticeDays: 7,
  transparencyDays: 365,
};

/** How a charter of the first schema reads: 0 is "none" or "no limit". Its parties ratified none of these, so none of them holds anything up. */
export const unratifiedParameters: Omit<CharterParameters, keyof z.infer<typeof FirstParameters>> = {
  signoffHours: 0,
  mediationHours: 0,
  maxRounds: 0,
  objectionHours: 0,
  dissentWords: 0,
  coolingOffHours: 0,
  safetyHoldHours: 0,
  replyWindowHours: 0,
  interestDays: 0,
  weakestProof: 'password',
  ackHours: 0,
  decideHours: 0,
  minorCharacters: 0,
  noticeDays: 0,
  transparencyDays: 0,
};
