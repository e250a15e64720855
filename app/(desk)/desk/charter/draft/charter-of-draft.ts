import type { Charter } from '@/domain/charter/charter-text';
import type { ClauseId } from '@/domain/charter/clauses';
import { type DraftParties, type DraftValues, leftOutOf, parametersOfDraft, partiesOfDraft } from '@/domain/charter/draft';
import { type CharterInput, charterTemplate } from '@/domain/charter/template';

/** The text that a draft would be. A party that joins has no id yet: the proposal gives it one. */
export function charterOfDraft(
  values: DraftValues,
  {
    workspace,
    number,
    present,
    isFirst,
    leftOut = leftOutOf(values),
  }: Pick<CharterInput, 'workspace' | 'number'> & {
    present: (DraftParties['known'][number] & { name: string })[];
    /** A desk's first charter names the parties as they were set up. */
    isFirst: boolean;
    leftOut?: readonly ClauseId[];
  },
): Charter {
  const { known, joining } = partiesOfDraft(values, present);
  const named = [
    ...known.flatMap(({ id, standing }) =>
      present.filter((party) => party.id === id).map(({ name }) => ({ id, name, standing })),
    ),
    ...joining
      .filter(({ name }) => name.trim() !== '')
      .map(({ key, name, standing }) => ({ id: `joining-${key}`, name, standing })),
  ];
  const parties = isFirst ? present.map(({ id, name, standing }) => ({ id, name, standing })) : named;
  const language = typeof values.language === 'string' ? values.language : 'en';
  return charterTemplate({ workspace, number, parties, language, parameters: parametersOfDraft(values), leftOut });
}
