/** The words that record components draw. They are the domain's, spelled here so that a component needs no rule to show one. */
export type OutcomeName = 'joint' | 'with-dissent' | 'split' | 'no-joint-finding';
export type DecisionName = 'approve' | 'approve-with-statement' | 'dissent' | 'object' | 'abstain' | 'recuse';
export type PartyRef = {
  /** The party's place among the charter's signatories, from 1. It fixes colour, shape and pattern. */
  position: number;
  /** Its letter in the reader's language. */
  letter: string;
  name: string;
};
