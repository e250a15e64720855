import { describe, expect, it } from 'vitest';
import { attributedClaim, checkRecord } from '@/domain/charter/check-record';
import { clauses, type Gate } from '@/domain/charter/clauses';
import type { RecordFacts } from '@/domain/charter/facts';
import { type CharterParameters, defaultParameters } from '@/domain/charter/parameters';
import { digestOf, questionDigest } from '@/domain/record/canonical';
import { north, observer, question, recordFacts, source, south } from '../build';

type Case = {
  name: string;
  facts?: Partial<RecordFacts>;
  parameters?: Partial<CharterParameters>;
  code: string;
  met?: true;
  says?: Record<string, string | number>;
};

const supports = source(1);
const undermines = source(2, { stance: 'undermines', primacy: 'secondary' });
const withNorth = { kind: 'party', partyId: north.id } as const;
const aligned = [source(1, { alignment: withNorth }), source(2, { stance: 'undermines', alignment: withNorth })];
const acceptedByNorth = { partyId: north.id, questionSha256: questionDigest(question) };
const bothSearched = (stance: 'supports' | 'undermines') => [north, south].map(({ id }) => ({ partyId: id, stance }));

const replied = (change: Partial<RecordFacts['reply']>) => ({ reply: { ...recordFacts().reply, ...change } });

const cases: Record<string, Case[]> = {
  '[C01]': [
    { name: 'a claim without wording is not attributed', facts: { claimText: '' }, code: 'claim-wording-missing' },
    { name: 'white space is no wording', facts: { claimText: ' \n\t ' }, code: 'claim-wording-missing' },
    { name: 'marks that nobody sees are no wording', facts: { claimText: '\u200F\u2067\u2069' }, code: 'claim-wording-missing' },
    { name: 'one character is wording', facts: { claimText: 'x' }, code: 'appearances-enough', met: true },
    { name: '2,000 characters are allowed', facts: { claimText: 'x'.repeat(2000) }, code: 'appearances-enough', met: true },
    {
      name: '2,001 characters are too many',
      facts: { claimText: 'x'.repeat(2001) },
      code: 'claim-wording-long',
      says: { characters: 2001, limit: 2000 },
    },
    {
      name: 'characters are code points, not UTF-16 units',
      facts: { claimText: '😀'.repeat(2000) },
      code: 'appearances-enough',
      met: true,
    },
    {
      name: 'white space around the wording does not count',
      facts: { claimText: ` ${'x'.repeat(2000)} ` },
      code: 'appearances-enough',
      met: true,
    },
    {
      name: 'a claim that appeared nowhere is refused',
      facts: { appearances: 0 },
      code: 'appearances-few',
      says: { count: 0, needed: 1 },
    },
    {
      name: 'minAppearances asks for more places',
      parameters: { minAppearances: 2 },
      code: 'appearances-few',
      says: { count: 1, needed: 2 },
    },
    {
      name: 'as many places as asked are enough',
      facts: { appearances: 2 },
      parameters: { minAppearances: 2 },
      code: 'appearances-enough',
      met: true,
      says: { count: 2 },
    },
  ],
  '[C02]': [
    { name: 'nobody has said what kind of statement it is', facts: { statement: undefined }, code: 'kind-not-said' },
    { name: 'a statement of fact is checkable', code: 'statement-factual', met: true },
    ...(['opinion', 'prediction', 'value'] as const).map((kind) => ({
      name: `a statement of the kind ${kind} is not`,
      facts: { statement: kind },
      code: 'statement-not-factual',
      says: { kind },
    })),
  ],
  '[C05]': [
    { name: 'every party accepted the question as it stands', code: 'question-accepted', met: true },
    { name: 'an empty question is no question', facts: { question: ' ' }, code: 'question-missing' },
    {
      name: 'the party that did not accept is named',
      facts: { acceptances: [acceptedByNorth] },
      code: 'question-not-accepted',
      says: { parties: south.name, count: 1 },
    },
    {
      name: 'another wording is not accepted',
      facts: { questionSha256: digestOf('another') },
      code: 'question-not-accepted',
      says: { parties: 'Northern desk, Southern desk', count: 2 },
    },
    {
      name: 'one party accepting twice is one party',
      facts: { acceptances: [acceptedByNorth, acceptedByNorth] },
      code: 'question-not-accepted',
    },
    {
      name: 'the acceptance of an observing party stands for nobody',
      facts: { acceptances: [acceptedByNorth, { ...acceptedByNorth, partyId: observer.id }] },
      code: 'question-not-accepted',
      says: { parties: south.name, count: 1 },
    },
  ],
  '[C06]': [
    { name: 'a title is neutral', code: 'title-neutral', met: true, says: { characters: 44, limit: 75 } },
    { name: 'a title is missing', facts: { title: '' }, code: 'title-missing' },
    { name: 'a title that nobody sees is missing', facts: { title: '\u200D\u200E' }, code: 'title-missing' },
    {
      name: '75 characters are allowed',
      facts: { title: 'x'.repeat(75) },
      code: 'title-neutral',
      met: true,
      says: { characters: 75, limit: 75 },
    },
    {
      name: '76 characters are too many',
      facts: { title: 'x'.repeat(76) },
      code: 'title-long',
      says: { characters: 76, limit: 75 },
    },
    { name: '75 Arabic letters are allowed', facts: { title: 'ب'.repeat(75) }, code: 'title-neutral', met: true },
    {
      name: 'a title that rates in English is refused',
      facts: { title: 'An ACCURATE report of the talks' },
      code: 'title-rates',
      says: { word: 'accurate' },
    },
    {
      name: 'a title that rates in Arabic is refused',
      facts: { title: 'تقرير دقيق عن المحادثات' },
      code: 'title-rates',
      says: { word: 'دقيق' },
    },
    {
      name: 'a charter with another word refuses another title',
      facts: { title: 'A dubious report', ratingWords: ['dubious'] },
      code: 'title-rates',
      says: { word: 'dubious' },
    },
    {
      name: 'a title that rates in another language of the record is refused',
      facts: { otherTitles: ['محادثات الدوحة', 'تقرير دقيق عن المحادثات'] },
      code: 'title-rates',
      says: { word: 'دقيق' },
    },
    {
      name: 'a title that another language lacks is left to freezing, which names the language',
      facts: { otherTitles: [' '] },
      code: 'title-neutral',
      met: true,
    },
    {
      name: 'a title that is too long in another language is too long',
      facts: { otherTitles: ['ب'.repeat(76)] },
      code: 'title-long',
      says: { characters: 76, limit: 75 },
    },
    {
      name: 'neutral titles in every language are neutral, and the main one is told',
      facts: { otherTitles: ['محادثات الدوحة'] },
      code: 'title-neutral',
      met: true,
      says: { characters: 44, limit: 75 },
    },
  ],
  '[C07]': [
    { name: 'two accepted sources are enough', code: 'sources-enough', met: true, says: { count: 2, needed: 2 } },
    {
      name: 'one accepted source is too few, and one waits',
      facts: { sources: [supports, source(2, { state: 'proposed' })] },
      code: 'sources-few',
      says: { count: 1, needed: 2, waiting: 1 },
    },
    {
      name: 'minSources asks for more',
      parameters: { minSources: 3 },
      code: 'sources-few',
      says: { count: 2, needed: 3, waiting: 0 },
    },
    {
      name: 'minSources asks for less',
      facts: { sources: [supports] },
      parameters: { minSources: 1 },
      code: 'sources-enough',
      met: true,
    },
  ],
  '[C08]': [
    {
      name: 'two owners, one of them aligned with none, are independent',
      code: 'owners-enough',
      met: true,
      says: { count: 2, nonAligned: 2 },
    },
    {
      name: 'two sources of one owner count once',
      facts: { sources: [supports, { ...undermines, group: supports.group }] },
      code: 'owners-few',
      says: { count: 1, needed: 2 },
    },
    {
      name: 'minIndependenceGroups asks for more owners',
      parameters: { minIndependenceGroups: 3 },
      code: 'owners-few',
      says: { count: 2, needed: 3 },
    },
    {
      name: 'minIndependenceGroups asks for fewer owners',
      facts: { sources: [supports, { ...undermines, group: supports.group }] },
      parameters: { minIndependenceGroups: 1 },
      code: 'owners-enough',
      met: true,
    },
    {
      name: 'sources all aligned with one party are one-sided',
      facts: { sources: aligned },
      parameters: { minNonAligned: 0 },
      code: 'sources-one-sided',
      says: { party: north.name },
    },
    {
      name: 'sources aligned with two parties are not one-sided',
      facts: { sources: [source(1, { alignment: withNorth }), source(2, { alignment: { kind: 'party', partyId: south.id } })] },
      parameters: { minNonAligned: 0 },
      code: 'owners-enough',
      met: true,
      says: { count: 2, nonAligned: 0 },
    },
    {
      name: 'an unknown alignment is not non-aligned',
      facts: { sources: [1, 2].map((n) => source(n, { alignment: { kind: 'unknown' } })) },
      code: 'non-aligned-few',
      says: { count: 0, needed: 1 },
    },
    {
      name: 'minNonAligned asks for more',
      parameters: { minNonAligned: 3 },
      code: 'non-aligned-few',
      says: { count: 2, needed: 3 },
    },
  ],
  '[C09]': [
    { name: 'one primary source is enough', code: 'primary-enough', met: true, says: { count: 1 } },
    {
      name: 'no primary source is too few',
      facts: { sources: [source(1, { primacy: 'secondary' }), undermines] },
      code: 'primary-few',
      says: { count: 0, needed: 1 },
    },
    {
      name: 'a written justification stands in',
      facts: { sources: [undermines], primaryJustification: 'The archive burned down.' },
      code: 'primary-justified',
      met: true,
    },
    {
      name: 'a justification of white space justifies nothing',
      facts: { sources: [undermines], primaryJustification: ' \n' },
      code: 'primary-few',
    },
    { name: 'minPrimary asks for more', parameters: { minPrimary: 2 }, code: 'primary-few', says: { count: 1, needed: 2 } },
    {
      name: 'minPrimary asks for none',
      facts: { sources: [undermines] },
      parameters: { minPrimary: 0 },
      code: 'primary-enough',
      met: true,
      says: { count: 0 },
    },
  ],
  '[C10]': [
    { name: 'one source supports and one undermines', code: 'both-sides', met: true },
    {
      name: 'nothing supports',
      facts: { sources: [undermines] },
      code: 'no-supporting-source',
      says: { parties: 'Northern desk, Southern desk', count: 2 },
    },
    {
      name: 'nothing undermines',
      facts: { sources: [supports] },
      code: 'no-undermining-source',
      says: { parties: 'Northern desk, Southern desk', count: 2 },
    },
    {
      name: 'context is neither side',
      facts: { sources: [supports, source(2, { stance: 'context' })] },
      code: 'no-undermining-source',
    },
    {
      name: 'every party searched and found none',
      facts: { sources: [supports], searches: bothSearched('undermines') },
      code: 'both-sides',
      met: true,
    },
    {
      name: 'one party’s search is not the other’s',
      facts: { sources: [supports], searches: bothSearched('undermines').slice(0, 1) },
      code: 'no-undermining-source',
      says: { parties: south.name, count: 1 },
    },
    {
      name: 'a search for the other side does not count',
      facts: { sources: [supports], searches: bothSearched('supports') },
      code: 'no-undermining-source',
    },
    {
      name: 'an observing party’s search stands for nobody',
      facts: {
        sources: [supports],
        searches: [...bothSearched('undermines').slice(0, 1), { partyId: observer.id, stance: 'undermines' }],
      },
      code: 'no-undermining-source',
    },
  ],
  '[C18]': [
    { name: 'nobody asked the claimant', facts: replied({ askedAt: undefined }), code: 'reply-not-asked', says: { hours: 48 } },
    {
      name: 'the window is open until its last hour',
      facts: replied({ askedAt: '2026-01-18T11:00:00.000Z' }),
      code: 'reply-window-open',
      says: { hours: 1 },
    },
    {
      name: 'the window is over, and nobody answered',
      facts: replied({ askedAt: '2026-01-18T10:00:00.000Z' }),
      code: 'reply-none',
      met: true,
      says: { hours: 48 },
    },
    {
      name: 'replyWindowHours turned to none asks for the contact alone',
      facts: replied({ askedAt: '2026-01-20T10:00:00.000Z' }),
      parameters: { replyWindowHours: 0 },
      code: 'reply-none',
      met: true,
      says: { hours: 0 },
    },
    {
      name: 'a confirmed reply ends the waiting',
      facts: replied({ askedAt: '2026-01-20T09:00:00.000Z', confirmed: 1 }),
      code: 'reply-given',
      met: true,
      says: { count: 1 },
    },
    {
      name: 'a reply that waits for another party holds',
      facts: replied({ confirmed: 1, waiting: 1 }),
      code: 'reply-unconfirmed',
      says: { count: 1 },
    },
    {
      name: 'a reply after the freeze holds',
      facts: replied({ confirmed: 1, late: 2 }),
      code: 'reply-after-freeze',
      says: { count: 2 },
    },
    {
      name: 'a waiver of one party is none',
      facts: replied({ askedAt: undefined, waivers: [north.id, observer.id] }),
      code: 'reply-not-waived-by-all',
      says: { parties: south.name, count: 1 },
    },
    {
      name: 'a waiver of each party is one',
      facts: replied({ askedAt: undefined, waivers: [south.id, north.id] }),
      code: 'reply-waived',
      met: true,
    },
  ],
  '[C11]': [
    { name: 'every interest is declared', code: 'interests-declared', met: true },
    {
      name: 'a declared interest is declared',
      facts: { sources: [source(1, { interest: 'declared' })] },
      code: 'interests-declared',
      met: true,
    },
    {
      name: 'of no accepted source nothing is declared',
      facts: { sources: [source(1, { state: 'proposed' })] },
      code: 'interests-of-none',
    },
    {
      name: 'sources of unknown interest are named',
      facts: { sources: [source(1, { interest: 'unknown' }), source(4, { interest: 'unknown' })] },
      code: 'interests-unknown',
      says: { count: 2, sources: 'E1, E4' },
    },
    {
      name: 'allowUnknownInterest allows it',
      facts: { sources: [source(1, { interest: 'unknown' })] },
      parameters: { allowUnknownInterest: true },
      code: 'interests-declared',
      met: true,
    },
  ],
};

const findingOf = (clause: string, facts: RecordFacts, parameters: CharterParameters) =>
  checkRecord(clause === 'C02' ? 'intake' : 'propose', facts, parameters).find((finding) => finding.clause === clause);

for (const [rule, rows] of Object.entries(cases)) {
  const clause = rule.slice(1, -1);
  describe(`clause ${clause} about a record`, () => {
    for (const { name, facts, parameters, code, met = false, says } of rows) {
      it(`${rule} ${name}`, () => {
        const finding = findingOf(clause, recordFacts(facts), { ...defaultParameters, ...parameters });
        expect(finding).toMatchObject({ clause, met, code, facts: says ?? {} });
      });
    }
  });
}

describe('a gate', () => {
  const gates: Gate[] = ['intake', 'propose', 'publish'];

  it.each(gates)('[H1] answers at %s with one finding for each clause about the record, in the order of the charter', (gate) => {
    const expected = clauses.filter(({ id, gates: its }) => its.includes(gate) && `[${id}]` in cases).map(({ id }) => id);
    expect(checkRecord(gate, recordFacts(), defaultParameters).map(({ clause }) => clause)).toEqual(expected);
  });

  it('[H1] does not stop at the first clause that is not met', () => {
    const nothing = recordFacts({ claimText: '', title: '', question: '', appearances: 0, acceptances: [], sources: [] });
    const unmet = checkRecord('propose', nothing, defaultParameters).filter(({ met }) => !met);
    expect(unmet.map(({ clause }) => clause)).toEqual(['C01', 'C05', 'C06', 'C07', 'C08', 'C09', 'C10', 'C11']);
  });

  it('[C01] asks at intake for wording and appearances alone', () => {
    expect(attributedClaim({ claimText: 'x', appearances: 1 }, defaultParameters)).toEqual(
      checkRecord('intake', recordFacts(), defaultParameters)[0],
    );
  });
});

describe('a source that is not accepted', () => {
  it.each(['proposed', 'disputed'] as const)('[H3] counts for no clause while it is %s', (state) => {
    const ignored = [source(8, { state, interest: 'unknown' }), source(9, { state, stance: 'undermines' })];
    const without = checkRecord('propose', recordFacts({ sources: [supports] }), defaultParameters);
    const withIgnored = checkRecord('propose', recordFacts({ sources: [supports, ...ignored] }), defaultParameters);
    const verdicts = (findings: typeof without) => findings.map(({ clause, met, code }) => ({ clause, met, code }));
    expect(verdicts(withIgnored)).toEqual(verdicts(without));
    expect(findingOf('C07', recordFacts({ sources: ignored }), defaultParameters)?.facts).toEqual({
      count: 0,
      needed: 2,
      waiting: 2,
    });
  });
});
