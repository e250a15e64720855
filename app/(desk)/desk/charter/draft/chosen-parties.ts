import type { CharterInput } from '@/domain/charter/template';
import type { Standing } from '@/domain/policies/actor';

/** What becomes of a party that is there: it keeps or gets a standing, or the next version does not name it. */
export type Becomes = Standing | 'none';
export type ChosenParties = {
  known: { id: string; name: string; becomes: Becomes }[];
  joining: { key: number; name: string; letter: string; standing: Standing }[];
};

export function chosenOf(parties: CharterInput['parties']): ChosenParties {
  return { known: parties.map(({ id, name, standing }) => ({ id, name, becomes: standing })), joining: [] };
}

/** The parties that the text is shown with. One that joins has no id yet: the proposal gives it one. */
export function partiesChosen({ known, joining }: ChosenParties): CharterInput['parties'] {
  return [
    ...known.flatMap(({ id, name, becomes }) => (becomes === 'none' ? [] : [{ id, name, standing: becomes }])),
    ...joining
      .filter(({ name }) => name.trim() !== '')
      .map(({ key, name, standing }) => ({ id: `joining-${key}`, name, standing })),
  ];
}

export function inputOfParties({ known, joining }: ChosenParties) {
  return {
    known: known.flatMap(({ id, becomes }) => (becomes === 'none' ? [] : [{ id, standing: becomes }])),
    joining: joining.map(({ name, letter, standing }) => ({ name, letter, standing })),
  };
}
