import { cite, say, type Typed } from './typed';

/** Claims of whose verdicts one was corrected and one was taken back. */
export const afterwards: Record<'day' | 'names', Typed[]> = {
  day: [
    { by: 's.checker', text: 'title', value: 'The agreement of February 2020 set the day of a ceasefire' },
    { by: 's.checker', text: 'question', value: 'Did the agreement of February 2020 set the day on which a ceasefire began?' },
    {
      by: 'n.checker',
      text: 'finding',
      value: 'The agreement of 29 February 2020 leaves the date of a ceasefire to talks between Afghan parties.',
    },
    {
      by: 'n.checker',
      text: 'analysis',
      blocks: (source) => [
        cite('The agreement makes a ceasefire an item on the agenda of talks that were still to begin. ', source('agreement')),
        say('Both desks read the whole text for a day on which one begins, and found none.'),
      ],
    },
  ],
  names: [
    { by: 'n.checker2', text: 'title', value: 'Two governments signed the agreement of February 2020' },
    { by: 'n.checker2', text: 'question', value: 'Did two governments sign the agreement of February 2020?' },
    {
      by: 's.checker2',
      text: 'finding',
      value:
        'The agreement of 29 February 2020 is between the United States and the Taliban; a declaration of two governments bears the same date.',
    },
    {
      by: 's.checker2',
      text: 'analysis',
      blocks: (source) => [
        cite('The agreement names two sides: the United States and the Taliban. ', source('agreement')),
        cite('The declaration is one of the United States and the Afghan government. ', source('declaration')),
      ],
    },
  ],
};

/** What a reader wrote, what a party answered, and what both then added and signed. */
export const challenged = {
  words:
    'The finding rests on the agreement alone. The declaration of the same day speaks of a ceasefire too, and nobody says why it is left out.',
  answer: 'The declaration is among our sources and the analysis does not say what it holds. That belongs into the record.',
  added: 'The declaration of the same day also speaks of a ceasefire, and names no day either. ',
  correction: 'A reader asked what the joint declaration says. It is added; the finding stands.',
};

export const takenBack =
  'It answers the question of another claim of this desk, which is checked with more sources. Two verdicts on one question would be read against each other, so both desks take this one back.';
