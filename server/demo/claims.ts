import { afterwards } from './corrected-claims';
import { disputed } from './disputed-claims';
import { cite, head, say, type Typed } from './typed';

/** The wording of each claim, word for word from the article, with what the desk typed about it. */
export const wordings = {
  doha: 'the ceasefire that followed held for 18 months, longer than any talks on a single track had achieved',
  signatories: 'In 2020 the United States, the Afghan government and the Taliban signed an agreement in Doha',
  tracks: 'Of the ceasefires of the past decade that held, 68 per cent had official and unofficial talks running side by side.',
  cyber: 'taking part in joint cyber exercises rose by 42 per cent among allied states in a single year',
  billions: 'A development bank has set aside 12 billion euros for post-conflict zones',
  loans: 'where loans were tied to reforms, rebuilding went 25 per cent faster',
  delay: 'Misinformation delays a settlement by nine months on average.',
  table: 'All sides of the conflict sat at that table.',
  welcome: 'The Security Council welcomed that ceasefire ten days later',
  civilians: 'civilians were out of danger from the first day.',
  day: 'The agreement itself set the day on which the ceasefire began.',
  names: 'Both governments put their names under it.',
  future: 'Talks on a single track will soon be a thing of the past.',
} as const;
export type ClaimKey = keyof typeof wordings;

export const typed: Partial<Record<ClaimKey, Typed[]>> = {
  ...disputed,
  ...afterwards,
  doha: [
    { by: 'n.checker', text: 'title', value: 'An 18-month ceasefire followed the 2020 Doha talks' },
    { by: 'n.checker', text: 'question', value: 'Was there an 18-month ceasefire after the 2020 Doha talks?' },
    {
      by: 's.checker',
      text: 'finding',
      value:
        'The agreement signed in Doha on 29 February 2020 set no ceasefire with the Afghan government, and both desks found no record of one that lasted 18 months.',
    },
    {
      by: 's.checker',
      text: 'summary',
      value:
        'The Doha text put a ceasefire on the agenda of later talks. Fighting and civilian casualties went on in 2020 and in the first half of 2021.',
    },
    {
      by: 'n.checker',
      text: 'analysis',
      blocks: (source) => [
        cite(
          'The text signed in Doha is an agreement between the United States and the Taliban. It names a permanent and comprehensive ceasefire as an item on the agenda of talks between Afghan parties that were still to begin, not as something already agreed. ',
          source('agreement'),
        ),
        cite(
          'A declaration of the same day, between the United States and the Afghan government, also looks ahead to a ceasefire and sets none. ',
          source('declaration'),
          ' ',
        ),
      ],
    },
    {
      by: 's.checker',
      text: 'analysis',
      blocks: (source) => [
        cite(
          'The Security Council welcomed both texts ten days later and urged that talks begin. It records no ceasefire in force. ',
          source('resolution'),
        ),
        cite(
          'Fighting went on. The United Nations mission in Afghanistan documented 8,820 civilian casualties in 2020. ',
          source('unama2020'),
        ),
        cite(
          'It documented 5,183 more in the first half of 2021, within the 18 months that the claim speaks of. ',
          source('unama2021'),
        ),
        head('What was searched'),
        say(
          'Both desks searched for a text, an order or a monitoring report that sets or records an 18-month ceasefire between the Afghan parties. None was found.',
        ),
      ],
    },
    {
      by: 's.checker2',
      text: 'context',
      value:
        'A week of reduced violence came before the signing. It was an understanding for those days, and it was not a ceasefire of 18 months.',
    },
  ],
  signatories: [
    { by: 's.checker', text: 'title', value: 'The Afghan government signed the 2020 Doha agreement' },
    { by: 's.checker', text: 'question', value: 'Did the Afghan government sign the agreement of Doha in 2020?' },
    {
      by: 'n.checker2',
      text: 'finding',
      value:
        'The agreement signed in Doha on 29 February 2020 is between the United States and the Taliban; the Afghan government issued a separate joint declaration with the United States.',
    },
    {
      by: 'n.checker2',
      text: 'summary',
      value:
        'Two texts bear the same date. The Afghan government is a party to one of them, and it is not the one that was signed in Doha.',
    },
    {
      by: 's.checker',
      text: 'analysis',
      blocks: (source) => [
        cite('The agreement names two sides: the United States and the Taliban. ', source('agreement')),
        cite('The Afghan government and the United States issued a joint declaration on the same day. ', source('declaration')),
      ],
    },
    {
      by: 'n.checker2',
      text: 'analysis',
      blocks: (source) => [cite('The Security Council names both texts and keeps them apart. ', source('resolution'))],
    },
  ],
  tracks: [
    { by: 'n.checker', text: 'title', value: '68 per cent of ceasefires that held had talks on parallel tracks' },
    {
      by: 'n.checker',
      text: 'question',
      value: 'Did 68 per cent of the ceasefires that held have official and unofficial talks side by side?',
    },
    {
      by: 's.checker',
      text: 'summary',
      value: 'The article names no study. The desks are looking for one that counts ceasefires in this way.',
    },
  ],
  cyber: [
    { by: 's.checker2', text: 'title', value: 'Participation in joint cyber exercises rose by 42 per cent' },
    { by: 's.checker2', text: 'question', value: 'Did participation in joint cyber exercises rise by 42 per cent in one year?' },
  ],
  billions: [
    { by: 'n.checker2', text: 'question', value: 'Has a development bank set aside 12 billion euros for post-conflict zones?' },
  ],
  loans: [
    { by: 's.checker', text: 'title', value: 'Loans tied to reforms sped up rebuilding by a quarter' },
    { by: 's.checker', text: 'question', value: 'Did rebuilding go 25 per cent faster where loans were tied to reforms?' },
    {
      by: 'n.checker',
      text: 'context',
      value: 'The article gives neither the country nor the years. The question may have to name them.',
    },
  ],
};

/** What the Southern desk objected to in the first revision, and what was then changed. */
export const firstDissent =
  'The finding must say that both desks searched; it reads as if only the agreement had been consulted.';
export const firstFinding = 'The agreement signed in Doha on 29 February 2020 set no ceasefire with the Afghan government.';
export const secondFinding = ', and both desks found no record of one that lasted 18 months.';
