import type { ClauseId } from './clauses';
import type { CharterParameters } from './parameters';

/** What a language says in a charter. Numbers come from the parameters, so that the words cannot promise what the software does not check. */
export type CharterWords = {
  title: (workspace: string) => string;
  preamble: (names: { signing: string[]; observing: string[] }) => string;
  clauses: (parameters: CharterParameters) => Record<ClauseId, { title: string; text: string }>;
};
