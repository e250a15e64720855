import { cite, say, type Typed } from './typed';

/** Claims on which the desks of the demonstration do not agree: the same documents, read differently. */
export const disputed: Record<'table' | 'welcome' | 'civilians', Typed[]> = {
  table: [
    { by: 'n.checker2', text: 'title', value: 'All sides of the conflict sat at the table in early 2020' },
    {
      by: 'n.checker2',
      text: 'question',
      value: 'Did all sides of the conflict sit at the table where the agreement of February 2020 was made?',
    },
    {
      by: 'n.checker',
      text: 'finding',
      value:
        'The agreement signed in Doha on 29 February 2020 names two sides, the United States and the Taliban; talks between Afghan parties were still to begin.',
    },
    {
      by: 'n.checker',
      text: 'analysis',
      blocks: (source) => [
        cite('The agreement is between the United States and the Taliban. ', source('agreement')),
        cite('Ten days later the Security Council urged that talks between Afghan parties begin. ', source('resolution')),
      ],
    },
  ],
  welcome: [
    { by: 's.checker', text: 'title', value: 'The Security Council welcomed a ceasefire in March 2020' },
    { by: 's.checker', text: 'question', value: 'Did the Security Council welcome a ceasefire in March 2020?' },
    {
      by: 'n.checker',
      text: 'finding',
      value:
        'Resolution 2513 of 10 March 2020 welcomes the agreement and the joint declaration of 29 February 2020, and neither of these sets a ceasefire.',
    },
    {
      by: 'n.checker',
      text: 'analysis',
      blocks: (source) => [
        cite('The resolution names the two texts that it welcomes. ', source('resolution')),
        cite('The agreement puts a ceasefire on the agenda of later talks. ', source('agreement')),
        cite('The declaration looks ahead to one. ', source('declaration')),
      ],
    },
  ],
  civilians: [
    { by: 'n.checker', text: 'title', value: 'Civilians were out of danger once the agreement was signed' },
    {
      by: 'n.checker',
      text: 'question',
      value: 'Were civilians out of danger from the first day after the agreement of February 2020?',
    },
    {
      by: 's.checker2',
      text: 'finding',
      value:
        'The United Nations mission documented 8,820 civilian casualties in 2020 and 5,183 in the first half of 2021: fighting went on.',
    },
    {
      by: 's.checker2',
      text: 'analysis',
      blocks: (source) => [
        cite('The annual report counts 8,820 civilian casualties in 2020. ', source('unama2020')),
        cite('The midyear update counts 5,183 in the first half of 2021. ', source('unama2021')),
        say('The article names no document for what it says of the first day.'),
      ],
    },
  ],
};

/** What is said of the rounds that ended without a verdict, and what was changed after each. */
export const rounds = {
  withdrawn: 'We take it back to name both texts that the Council welcomed, and not the first alone.',
  noDeclaration: 'The finding names the resolution and does not say what the two texts hold; a reader has to take it on trust.',
  noDay: 'The finding counts a year; it has to say what is known of the first day, which is what the claim speaks of.',
  noHalf: 'The finding now counts days that nobody has counted; it has to stand on the two reports and nothing else.',
  summaryOfWelcome: 'Two texts were welcomed. What each of them says about a ceasefire is quoted below.',
  moreOnWelcome: ' Neither says that one is in force.',
  summaryOfCivilians: 'The reports count by year and half-year. Neither tells what happened on a single day.',
  moreOnCivilians: ' What follows stands on these counts.',
} as const;

/** The positions that stand beside each other in public. */
export const positions = {
  dissent:
    'The Council did welcome something ten days later: two texts that lead towards a ceasefire. The claim misnames what was welcomed and is right about the rest. A reader who is told only that there was no ceasefire learns less than the resolution says. I would have said that the claim lacks context.',
  first:
    'The claim names a first day and makes no exception. Each casualty that was documented after it contradicts it, and the two reports document thousands.',
  other:
    'The claim speaks of the days after the signing. A count of a year cannot say what happened on the first of them, and both desks looked at no count by day. Before anything is said of the first day, the reports have to be read month by month. Until then we call the claim unproven and sign no finding.',
} as const;
