import type {
  ConsentFacts,
  PublicationFacts,
  RecordFacts,
  SigningFacts,
  SignOffFacts,
  SourceFacts,
  StandingFacts,
} from '@/domain/charter/facts';
import { defaultParameters } from '@/domain/charter/parameters';
import type { Member } from '@/domain/policies/actor';
import { digestOf, questionDigest } from '@/domain/record/canonical';
import type { DraftTexts } from '@/domain/record/draft';
import type { FreezeInput } from '@/domain/record/freeze';
import type { FrozenSource } from '@/domain/record/frozen-record';
import { isOfParty, sections } from '@/domain/transparency/sections';

/** Facts that meet every clause of the default charter; a test changes the one thing it is about. */
export const north = { id: 'north', name: 'Northern desk' };
export const south = { id: 'south', name: 'Southern desk' };
export const observer = { id: 'mission', name: 'Observer mission' };

export const question = 'Did the Doha talks of 2020 bring an 18-month ceasefire?';
export const revision = { sha256: digestOf('record'), charterSha256: digestOf('charter') };
export const otherBytes = digestOf('another record');

export function source(number: number, change: Partial<SourceFacts> = {}): SourceFacts {
  return {
    id: `source-${number}`,
    number,
    stance: 'supports',
    primacy: 'primary',
    interest: 'none',
    group: `owner-${number}`,
    alignment: { kind: 'none' },
    state: 'accepted',
    ...change,
  };
}

export function recordFacts(change: Partial<RecordFacts> = {}): RecordFacts {
  return {
    parties: [north, south],
    claimText: 'The Doha talks of 2020 brought a ceasefire of 18 months.',
    statement: 'fact',
    title: 'The Doha talks brought an 18-month ceasefire',
    otherTitles: [],
    question,
    questionSha256: questionDigest(question),
    appearances: 1,
    acceptances: [north, south].map(({ id }) => ({ partyId: id, questionSha256: questionDigest(question) })),
    sources: [source(1), source(2, { stance: 'undermines', primacy: 'secondary' })],
    searches: [],
    primaryJustification: undefined,
    reply: {
      now: '2026-01-20T10:00:00.000Z',
      askedAt: '2026-01-15T10:00:00.000Z',
      waiting: 0,
      confirmed: 0,
      late: 0,
      waivers: [],
    },
    ratingWords: ['accurate', 'Not accurate', 'دقيق'],
    ...change,
  };
}

export function signingFacts(change: Partial<SigningFacts> = {}): SigningFacts {
  return {
    signer: { personId: 'nadia', partyId: north.id, party: north.name },
    confirmedMsAgo: 60_000,
    declaredMsAgo: 60_000,
    conflict: 'none',
    proposedBy: 'sami',
    authors: [{ personId: 'sami', characters: 1000 }],
    revision,
    named: revision,
    earlier: [],
    corrected: undefined,
    phase: 'signing',
    decision: 'approve',
    ground: undefined,
    reason: undefined,
    cites: undefined,
    citable: ['C07', 'E1'],
    ...change,
  };
}

export function signOff(change: Partial<SignOffFacts> = {}): SignOffFacts {
  return { partyId: north.id, personId: `moderator-${change.partyId ?? north.id}`, decision: 'approve', ...revision, ...change };
}

export function consentFacts(change: Partial<ConsentFacts> = {}): ConsentFacts {
  return { asked: [north, south], charter: [north, south], unratified: [], left: [], ...change };
}

export function publicationFacts(change: Partial<PublicationFacts> = {}): PublicationFacts {
  return {
    record: recordFacts(),
    consent: consentFacts(),
    revision,
    signOffs: [signOff(), signOff({ partyId: south.id })],
    outcome: 'joint',
    phase: 'signing',
    now: new Date('2026-01-20T12:00:00Z'),
    releasesAt: new Date('2026-01-20T12:00:00Z'),
    holds: [],
    statements: statements(new Date('2026-01-15T12:00:00Z')),
    audience: 'everybody',
    ...change,
  };
}

/** All that C40 asks for, confirmed at a moment. */
export function statements(confirmedAt: Date): StandingFacts[] {
  return sections.flatMap((section): StandingFacts[] =>
    isOfParty(section)
      ? [north, south].map(({ id }) => ({ section, partyId: id, confirmedAt }))
      : [{ section, partyId: null, confirmedAt }],
  );
}

export function draftTexts(change: Partial<DraftTexts> = {}): DraftTexts {
  return {
    title: 'The Doha talks brought an 18-month ceasefire',
    question,
    finding: 'The agreement foresaw talks about a ceasefire and held none.',
    claimText: 'The Doha talks of 2020 brought a ceasefire of 18 months.',
    context: '',
    summary: '',
    analysis: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The text names no ceasefire ' },
          { type: 'citation', source: 'source-1' },
        ],
      },
    ],
    ...change,
  };
}

export function frozenSource(number: number, change: Partial<FrozenSource> = {}): FrozenSource {
  return {
    id: `source-${number}`,
    number,
    kind: 'reference',
    title: 'Agreement for Bringing Peace to Afghanistan, 29 February 2020',
    publisher: { name: 'United States Department of State', owner: 'United States', alignment: 'none' },
    group: `owner-${number}`,
    language: 'en',
    stance: 'undermines',
    primacy: 'primary',
    interest: 'declared',
    says: 'Puts a ceasefire on the agenda of later talks.',
    quotation: 'a permanent and comprehensive ceasefire will be an item on the agenda',
    attachedBy: north.id,
    acceptedBy: south.id,
    ...change,
  };
}

export function freezeInput(change: Partial<FreezeInput> = {}): FreezeInput {
  return {
    draft: { texts: { en: draftTexts() }, fields: { rating: 'not-accurate' } },
    languages: ['en'],
    ratings: defaultParameters.ratings.map(({ key }) => key),
    workspace: 'peace-talks-desk',
    claim: 'doha',
    salt: digestOf('salt'),
    charter: { number: 1, sha256: digestOf('charter') },
    language: 'en',
    parties: [
      { ...north, letter: 'N', position: 1, standing: 'signing' },
      { ...south, letter: 'S', position: 2, standing: 'signing' },
      { ...observer, letter: 'O', position: 3, standing: 'observing' },
    ],
    appearances: [{ title: 'Peace talks and the news', seenOn: '2026-01-15' }],
    acceptances: [north, south].map(({ id }) => ({ party: id, questionSha256: questionDigest(question) })),
    sources: [frozenSource(1)],
    searches: [{ party: north.id, stance: 'supports', note: 'Searched the archives, none found.' }],
    ...change,
  };
}

export function member(change: Partial<Member> = {}): Member {
  return {
    kind: 'member',
    personId: 'nadia',
    sid: 'session',
    name: 'Nadia',
    publicName: null,
    locale: 'en',
    workspaceId: 'workspace',
    workspaceSlug: 'peace-talks-desk',
    role: 'moderator',
    party: { ...north, letter: 'N', position: 1, standing: 'signing' },
    confirmedAt: new Date('2026-01-15T10:00:00Z'),
    ...change,
  };
}
