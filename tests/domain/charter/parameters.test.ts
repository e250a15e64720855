import { describe, expect, it } from 'vitest';
import { CharterParameters, defaultParameters, defaultRatings, Rating } from '@/domain/charter/parameters';

const accepts = (change: object) => CharterParameters.safeParse({ ...defaultParameters, ...change }).success;

const bounds: [keyof CharterParameters, number, number][] = [
  ['minAppearances', 1, 10],
  ['minSources', 1, 20],
  ['minIndependenceGroups', 1, 20],
  ['minNonAligned', 0, 20],
  ['minPrimary', 0, 20],
  ['ownWorkSharePercent', 0, 100],
  ['signersPerParty', 1, 5],
  ['signoffHours', 1, 2160],
  ['mediationHours', 0, 2160],
  ['maxRounds', 1, 10],
  ['objectionHours', 0, 168],
  ['dissentWords', 50, 1000],
  ['coolingOffHours', 0, 168],
  ['safetyHoldHours', 0, 168],
  ['replyWindowHours', 0, 720],
  ['interestDays', 1, 730],
  ['ackHours', 1, 336],
  ['decideHours', 1, 2160],
  ['minorCharacters', 0, 200],
  ['noticeDays', 0, 90],
  ['transparencyDays', 0, 730],
];

describe('the parameters of a charter', () => {
  it('have defaults that are parameters', () => {
    expect(CharterParameters.parse(defaultParameters)).toEqual(defaultParameters);
  });

  it.each(bounds)('hold %s between %i and %i', (name, least, most) => {
    expect([least - 1, least, most, most + 1].map((value) => accepts({ [name]: value }))).toEqual([false, true, true, false]);
    expect(accepts({ [name]: least + 0.5 })).toBe(false);
    expect(accepts({ [name]: String(least) })).toBe(false);
  });

  it('[C21] can never ask for the consent of nobody', () => {
    expect(accepts({ signersPerParty: 0 })).toBe(false);
  });

  it('[H2] refuse a parameter that no clause reads', () => {
    expect(accepts({ silenceIsConsent: true })).toBe(false);
  });

  it('need a scale of two ratings at least and twenty at most', () => {
    const scale = (length: number) => ({ ratings: Array.from({ length }, (_, i) => ({ key: `rating-${'x'.repeat(i)}` })) });
    expect([1, 2, 20, 21].map((length) => accepts(scale(length)))).toEqual([false, true, true, false]);
  });
});

describe('a rating', () => {
  const cases: [string, unknown, boolean][] = [
    ['a key and a number', { key: 'accurate', value: 5 }, true],
    ['no number', { key: 'outdated' }, true],
    ['0', { key: 'accurate', value: 0 }, false],
    ['6', { key: 'accurate', value: 6 }, false],
    ['half a step', { key: 'accurate', value: 2.5 }, false],
    ['a word for a number', { key: 'accurate', value: 'five' }, false],
    ['a key with capitals', { key: 'Accurate' }, false],
    ['an empty key', { key: '' }, false],
    ['a field of its own', { key: 'accurate', colour: 'green' }, false],
  ];
  it.each(cases)('[R8] with %s is read: %j, %s', (_, value, expected) => expect(Rating.safeParse(value).success).toBe(expected));

  it('[R8] has a number from 5 to 1 on the default scale, and none off it', () => {
    expect(defaultRatings.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1, undefined, undefined, undefined]);
    expect(new Set(defaultRatings.map(({ key }) => key)).size).toBe(defaultRatings.length);
  });
});
