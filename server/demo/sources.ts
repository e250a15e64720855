import type { SourceKey } from './typed';

/**
 * The documents that the demo world cites, named without links. What each says is in our words; only the agreement's sentence is quoted.
 * Nothing else is cited, because nothing else is certain.
 */
type DemoSource = {
  title: string;
  publisher: { name: string; owner?: string; country?: string };
  publishedOn: string;
  stance: 'supports' | 'undermines';
  primacy: 'primary' | 'secondary';
  interest: 'none' | 'declared';
  interestNote?: string;
  /** In our words. */
  says: string;
  quotation?: string;
  locator?: string;
};

export const documents: Record<Exclude<SourceKey, 'article'>, DemoSource> = {
  agreement: {
    title: 'Agreement for Bringing Peace to Afghanistan',
    publisher: { name: 'United States Department of State', owner: 'Government of the United States', country: 'US' },
    publishedOn: '2020-02-29',
    stance: 'undermines',
    primacy: 'primary',
    interest: 'declared',
    interestNote: 'The publisher is one of the two signatories.',
    says: 'Puts a ceasefire on the agenda of later talks between Afghan parties.',
    quotation:
      'A permanent and comprehensive ceasefire will be an item on the agenda of the intra-Afghan dialogue and negotiations.',
    locator: 'Opening part, item 4',
  },
  declaration: {
    title: 'Joint Declaration between the Islamic Republic of Afghanistan and the United States of America',
    publisher: { name: 'United States Department of State', owner: 'Government of the United States', country: 'US' },
    publishedOn: '2020-02-29',
    stance: 'undermines',
    primacy: 'primary',
    interest: 'declared',
    interestNote: 'The publisher is one of the two that issued it.',
    says: 'A comprehensive peace agreement is to include a permanent and comprehensive ceasefire; the declaration itself sets none.',
  },
  resolution: {
    title: 'Security Council resolution 2513 (2020)',
    publisher: { name: 'United Nations Security Council', owner: 'United Nations' },
    publishedOn: '2020-03-10',
    stance: 'undermines',
    primacy: 'primary',
    interest: 'none',
    says: 'The Council welcomes the agreement and the joint declaration and urges that negotiations between Afghan parties begin.',
  },
  unama2020: {
    title: 'Protection of Civilians in Armed Conflict, annual report 2020',
    publisher: { name: 'United Nations Assistance Mission in Afghanistan', owner: 'United Nations' },
    publishedOn: '2021-02-23',
    stance: 'undermines',
    primacy: 'primary',
    interest: 'none',
    says: '8,820 civilian casualties were documented in 2020; fighting went on after the talks between Afghan parties began.',
  },
  unama2021: {
    title: 'Protection of Civilians in Armed Conflict, midyear update 2021',
    publisher: { name: 'United Nations Assistance Mission in Afghanistan', owner: 'United Nations' },
    publishedOn: '2021-07-26',
    stance: 'undermines',
    primacy: 'primary',
    interest: 'none',
    says: '5,183 civilian casualties were documented in the first half of 2021, more than in the same months of 2020.',
  },
};
