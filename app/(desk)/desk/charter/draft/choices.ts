import {
  type CharterParameters,
  defaultParameters,
  defaultRatings,
  type ProofKind,
  parameterBounds,
} from '@/domain/charter/parameters';

export type NumberName = keyof typeof parameterBounds;

/** What stands in the form: numbers as they are typed, so that a half-typed one stays half-typed. */
export type Choices = {
  numbers: Record<NumberName, string>;
  allowUnknownInterest: boolean;
  weakestProof: ProofKind;
  ratings: readonly string[];
};

export const defaultChoices: Choices = choicesOf(defaultParameters);

/** The form as a charter stands. What its parties did not ratify has no value that may be proposed, so the template's own stands there. */
export function choicesOf(parameters: CharterParameters): Choices {
  return {
    numbers: numbersBy((name) => String(isUsable(name, String(parameters[name])) ? parameters[name] : defaultParameters[name])),
    allowUnknownInterest: parameters.allowUnknownInterest,
    weakestProof: parameters.weakestProof,
    ratings: parameters.ratings.map(({ key }) => key),
  };
}

/** The parameters that the text is shown with: where a field holds no usable number, the template's own. */
export function parametersOf({ numbers, allowUnknownInterest, weakestProof, ratings }: Choices): CharterParameters {
  return {
    ...numbersBy((name) => (isUsable(name, numbers[name]) ? Number(numbers[name]) : defaultParameters[name])),
    allowUnknownInterest,
    weakestProof,
    ratings: defaultRatings.filter(({ key }) => ratings.includes(key)),
  };
}

/** What is sent: an unusable number goes as it is, for the command to refuse by its field. */
export function inputOfChoices({ numbers, allowUnknownInterest, weakestProof, ratings }: Choices) {
  return {
    ...numbersBy((name) => (isUsable(name, numbers[name]) ? Number(numbers[name]) : null)),
    allowUnknownInterest,
    weakestProof,
    ratings,
  };
}

export function isUsable(name: NumberName, typed: string): boolean {
  const { min, max } = parameterBounds[name];
  return /^\d{1,4}$/.test(typed) && Number(typed) >= min && Number(typed) <= max;
}

function numbersBy<Value>(choose: (name: NumberName) => Value): Record<NumberName, Value> {
  const names = Object.keys(parameterBounds) as NumberName[];
  // Each name of the table once, so every name of the type has its value.
  return Object.fromEntries(names.map((name) => [name, choose(name)])) as Record<NumberName, Value>;
}
