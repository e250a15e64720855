import { argumentsOf, choicesOf } from './message-files';

/** Counts of every plural form of the four languages, nought among them, and one that is long enough to be grouped. */
export const counts = [0, 1, 2, 3, 11, 100, 1234];

/** Facts for every argument of a message: a word that it knows where it chooses by one, numbers elsewhere. */
export function factsFor(message: string, nth: number): Record<string, string | number> {
  const choices = choicesOf(message);
  const factOf = (name: string) => {
    const words = choices.find((choice) => choice.name === name && choice.kind === 'select')?.branches;
    return words?.[nth % words.length] ?? counts[nth] ?? 0;
  };
  return Object.fromEntries(argumentsOf(message).map((name) => [name, factOf(name)]));
}
