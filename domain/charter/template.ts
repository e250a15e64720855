import type { Standing } from '@/domain/policies/actor';
import type { Charter } from './charter-text';
import type { CharterWords } from './charter-words';
import { type ClauseId, clauseIds } from './clauses';
import { type CharterParameters, defaultParameters } from './parameters';
import { arabicCharter } from './template-ar';
import { englishCharter } from './template-en';
import { frenchCharter } from './template-fr';
import { ukrainianCharter } from './template-uk';

export type CharterInput = {
  workspace: { id: string; name: string };
  /** Counts the versions of a workspace from 1. */
  number: number;
  /** In the order in which the charter names them. */
  parties: { id: string; name: string; standing: Standing }[];
  /** A BCP 47 tag. Languages without a template get the English one, which then says so in `language`. */
  language: string;
  parameters?: CharterParameters;
  /** Optional clauses that the parties do without. */
  leftOut?: readonly ClauseId[] | undefined;
};

/** The languages that a charter can be written in. */
export const charterLanguages = ['en', 'fr', 'uk', 'ar'] as const;
const templates: Record<string, CharterWords> = {
  en: englishCharter,
  fr: frenchCharter,
  uk: ukrainianCharter,
  ar: arabicCharter,
} satisfies Record<(typeof charterLanguages)[number], CharterWords>;

/** A charter that lists the clauses the software enforces, in their order, with the words of each, but for those that its parties left out (SPEC H2). */
export function charterTemplate({
  workspace,
  number,
  parties,
  language,
  parameters = defaultParameters,
  leftOut = [],
}: CharterInput): Charter {
  const written = Object.hasOwn(templates, language) ? language : 'en';
  const words = templates[written] ?? englishCharter;
  const clauses = words.clauses(parameters);
  const named = (standing: Standing) => parties.filter((party) => party.standing === standing).map((party) => party.name);
  return {
    v: 2,
    type: 'charter',
    workspace: workspace.id,
    number,
    language: written,
    title: words.title(workspace.name),
    preamble: words.preamble({ signing: named('signing'), observing: named('observing') }),
    clauses: clauseIds.filter((id) => !leftOut.includes(id)).map((id) => ({ id, ...clauses[id] })),
    parameters,
    parties: parties.map(({ id, name, standing }) => ({ id, name, standing })),
  };
}
