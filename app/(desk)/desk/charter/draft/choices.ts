import { type CharterParameters, defaultParameters, defaultRatings, parameterBounds } from '@/domain/charter/parameters';

export type NumberName = keyof typeof parameterBounds;

/** What stands in the form: numbers as they are typed, so that a half-typed one stays half-typed. */
export type Choices = { numbers: Record<NumberName, string>; allowUnknownInterest: boolean; ratings: readonly string[] };

export const defaultChoices: Choices = {
  numbers: numbersBy((name) => String(defaultParameters[name])),
  allowUnknownInterest: defaultParameters.allowUnknownInterest,
  ratings: defaultRatings.map(({ key }) => key),
};

/** The parameters that the text is shown with: where a field holds no usable number, the template's own. */
export function parametersOf({ numbers, allowUnknownInterest, ratings }: Choices): CharterParameters {
  return {
    ...numbersBy((name) => (isUsable(name, numbers[name]) ? Number(numbers[name]) : defaultParameters[name])),
    allowUnknownInterest,
    ratings: defaultRatings.filter(({ key }) => ratings.includes(key)),
  };
}

/** What is sent: an unusable number goes as it is, for the command to refuse by its field. */
export function inputOfChoices({ numbers, allowUnknownInterest, ratings }: Choices) {
  return {
    ...numbersBy((name) => (isUsable(name, numbers[name]) ? Number(numbers[name]) : null)),
    allowUnknownInterest,
    ratings,
  };
}

export function isUsable(name: NumberName, typed: string): boolean {
  const { min, max } = parameterBounds[name];
  return /^\d{1,3}$/.test(typed) && Number(typed) >= min && Number(typed) <= max;
}

function numbersBy<Value>(choose: (name: NumberName) => Value): Record<NumberName, Value> {
  return {
    minAppearances: choose('minAppearances'),
    minSources: choose('minSources'),
    minIndependenceGroups: choose('minIndependenceGroups'),
    minNonAligned: choose('minNonAligned'),
    minPrimary: choose('minPrimary'),
    ownWorkSharePercent: choose('ownWorkSharePercent'),
    signersPerParty: choose('signersPerParty'),
  };
}
