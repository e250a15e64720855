import { describe, expect, it } from 'vitest';
import { isApproval, isBound, partiesMissing } from '@/domain/charter/approvals';
import { checkPublication } from '@/domain/charter/check-publication';
import { clauses } from '@/domain/charter/clauses';
import type { PublicationFacts } from '@/domain/charter/facts';
import { type CharterParameters, defaultParameters } from '@/domain/charter/parameters';
import {
  consentFacts,
  north,
  observer,
  otherBytes,
  publicationFacts,
  recordFacts,
  revision,
  signOff,
  source,
  south,
} from '../build';

type Case = {
  name: string;
  facts?: Partial<PublicationFacts>;
  parameters?: Partial<CharterParameters>;
  code: string;
  met?: true;
  says?: Record<string, string | number>;
};

const fromSouth = (change: Parameters<typeof signOff>[0]) => ({
  signOffs: [signOff(), signOff({ partyId: south.id, ...change })],
});
const facts = publicationFacts();
const later = new Date(facts.now.getTime() + 1);
const held = (until: Date) => ({ holds: [{ partyId: north.id, party: north.name, until }] });
const southMissing = { parties: south.name, count: 1, needed: 1 };

const cases: Record<string, Case[]> = {
  '[C21]': [
    { name: 'a verdict that every party approved is joint', code: 'all-signed', met: true, says: { count: 2 } },
    {
      name: 'an approval with a statement is an approval',
      facts: fromSouth({ decision: 'approve-with-statement' }),
      code: 'all-signed',
      met: true,
    },
    {
      name: 'a verdict with one party missing is not joint',
      facts: { signOffs: [signOff()] },
      code: 'not-all-signed',
      says: southMissing,
    },
    {
      name: 'a verdict that nobody signed is not joint',
      facts: { signOffs: [] },
      code: 'not-all-signed',
      says: { parties: 'Northern desk, Southern desk', count: 2, needed: 1 },
    },
    { name: 'dissent is no consent', facts: fromSouth({ decision: 'dissent' }), code: 'not-all-signed', says: southMissing },
    { name: 'abstention is no consent', facts: fromSouth({ decision: 'abstain' }), code: 'not-all-signed', says: southMissing },
    {
      name: 'an approval of another record does not count',
      facts: fromSouth({ sha256: otherBytes }),
      code: 'not-all-signed',
      says: southMissing,
    },
    {
      name: 'an approval under another charter does not count',
      facts: fromSouth({ charterSha256: otherBytes }),
      code: 'not-all-signed',
      says: southMissing,
    },
    {
      name: 'an observing party stands in for nobody',
      facts: { signOffs: [signOff(), signOff({ partyId: observer.id })] },
      code: 'not-all-signed',
      says: southMissing,
    },
    {
      name: 'one person who approves for both parties speaks for neither',
      facts: fromSouth({ personId: 'moderator-north' }),
      code: 'not-all-signed',
      says: { parties: 'Northern desk, Southern desk', count: 2, needed: 1 },
    },
    {
      name: 'a split that is over calls nothing joint',
      facts: { ...fromSouth({ decision: 'dissent' }), outcome: 'split', phase: 'over' },
      code: 'not-called-joint',
      met: true,
    },
    {
      name: 'a split before the mediation is over is a party missing',
      facts: { ...fromSouth({ decision: 'dissent' }), outcome: 'split', phase: 'mediation' },
      code: 'not-all-signed',
    },
    {
      name: 'no parties at all are no consent',
      facts: { consent: consentFacts({ asked: [], charter: [] }) },
      code: 'charter-not-ratified',
      says: { parties: '', count: 0 },
    },
    {
      name: 'a record that leaves a signing party of its charter out is not joint',
      facts: { consent: consentFacts({ asked: [north] }), signOffs: [signOff()] },
      code: 'parties-not-of-charter',
      says: { parties: south.name, count: 1 },
    },
    {
      name: 'a record that adds a party which its charter does not list is not joint',
      facts: { consent: consentFacts({ asked: [north, south, observer] }) },
      code: 'parties-not-of-charter',
      says: { parties: observer.name, count: 1 },
    },
    {
      name: 'a charter that a party has not ratified makes nothing joint',
      facts: { consent: consentFacts({ unratified: [south] }) },
      code: 'charter-not-ratified',
      says: { parties: south.name, count: 1 },
    },
    {
      name: 'signersPerParty asks for a second approval of each',
      parameters: { signersPerParty: 2 },
      code: 'not-all-signed',
      says: { parties: 'Northern desk, Southern desk', count: 2, needed: 2 },
    },
    {
      name: 'one person signing twice is one signer',
      facts: { signOffs: [signOff(), ...fromSouth({}).signOffs, signOff({ partyId: south.id })] },
      parameters: { signersPerParty: 2 },
      code: 'not-all-signed',
    },
    {
      name: 'two people of each party are enough for two',
      facts: {
        signOffs: [north, south].flatMap(({ id }) => [
          signOff({ partyId: id }),
          signOff({ partyId: id, personId: `second-${id}` }),
        ]),
      },
      parameters: { signersPerParty: 2 },
      code: 'all-signed',
      met: true,
    },
  ],
  '[C23]': [
    { name: 'every sign-off is of these bytes', code: 'bound', met: true },
    {
      name: 'a sign-off of other bytes is a fault',
      facts: fromSouth({ sha256: otherBytes }),
      code: 'sign-off-of-other-bytes',
      says: { count: 1 },
    },
    {
      name: 'a sign-off under another charter is a fault',
      facts: fromSouth({ charterSha256: otherBytes }),
      code: 'sign-off-of-other-bytes',
      says: { count: 1 },
    },
  ],
  '[C27]': [
    { name: 'what every party approved is joint', code: 'outcome-follows', met: true },
    { name: 'joint is no split', facts: { outcome: 'split' }, code: 'outcome-not-reached' },
    { name: 'one party’s finding is not joint', facts: { signOffs: [signOff()] }, code: 'outcome-not-reached' },
    {
      name: 'a split is none before the mediation is over',
      facts: { ...fromSouth({ decision: 'dissent' }), outcome: 'split', phase: 'mediation' },
      code: 'outcome-not-reached',
    },
    {
      name: 'a split is one when it is over',
      facts: { ...fromSouth({ decision: 'dissent' }), outcome: 'split', phase: 'over' },
      code: 'outcome-follows',
      met: true,
    },
  ],
  '[C29]': [
    { name: 'a cooling-off that is over releases', code: 'cooled-off', met: true, says: { hours: 24 } },
    { name: 'a millisecond before, it does not', facts: { releasesAt: later }, code: 'still-cooling-off', says: { hours: 24 } },
    { name: 'one that never began releases nothing', facts: { releasesAt: null }, code: 'still-cooling-off' },
    {
      name: 'coolingOffHours of nought asks for none',
      facts: { releasesAt: null },
      parameters: { coolingOffHours: 0 },
      code: 'cooled-off',
      met: true,
    },
  ],
  '[C31]': [
    { name: 'nobody held it up', code: 'not-held', met: true, says: { count: 0 } },
    { name: 'a hold that runs keeps it back', facts: held(later), code: 'held', says: { party: north.name } },
    { name: 'a hold that is over does not', facts: held(facts.now), code: 'not-held', met: true, says: { count: 1 } },
  ],
  '[C30]': [
    { name: 'a publication is for everybody at once', code: 'for-everybody', met: true },
    { name: 'a release to one party first is refused', facts: { audience: { partyId: north.id } }, code: 'early-view' },
  ],
  '[C07]': [
    {
      name: 'sources are counted again at publication',
      facts: { record: recordFacts({ sources: [source(1)] }) },
      code: 'sources-few',
    },
  ],
  '[C08]': [{ name: 'owners are counted again at publication', parameters: { minIndependenceGroups: 3 }, code: 'owners-few' }],
  '[C09]': [{ name: 'primary sources are counted again at publication', parameters: { minPrimary: 2 }, code: 'primary-few' }],
  '[C10]': [
    {
      name: 'both sides are looked for again at publication',
      facts: { record: recordFacts({ sources: [source(1), source(2)] }) },
      code: 'no-undermining-source',
    },
  ],
};

for (const [rule, rows] of Object.entries(cases)) {
  const clause = rule.slice(1, -1);
  describe(`clause ${clause} about a publication`, () => {
    for (const { name, facts, parameters, code, met = false, says } of rows) {
      it(`${rule} ${name}`, () => {
        const finding = checkPublication(publicationFacts(facts), { ...defaultParameters, ...parameters }).find(
          (one) => one.clause === clause,
        );
        expect(finding).toMatchObject({ clause, met, code, facts: says ?? {} });
      });
    }
  });
}

it('[H1] answers at publication with one finding for each clause, in the order of the charter, met or not', () => {
  const expected = clauses.filter(({ gates }) => gates.includes('publish')).map(({ id }) => id);
  const worst = publicationFacts({
    record: recordFacts({ sources: [], reply: { ...recordFacts().reply, late: 1 } }),
    signOffs: [signOff({ sha256: otherBytes })],
    releasesAt: null,
    ...held(later),
    statements: [],
    audience: { partyId: north.id },
  });
  for (const facts of [publicationFacts(), worst])
    expect(checkPublication(facts, defaultParameters).map(({ clause }) => clause)).toEqual(expected);
  expect(checkPublication(worst, defaultParameters).filter(({ met }) => met)).toEqual([]);
});

it('[C21] names the parties that are missing', () => {
  expect(partiesMissing([north, south], [signOff()], revision, 1)).toEqual([south]);
});

it.each([
  ['approve', true],
  ['approve-with-statement', true],
  ['dissent', false],
  ['abstain', false],
] as const)('[C21] takes %s for consent: %s', (decision, consent) => {
  expect(isApproval(decision)).toBe(consent);
});

it('[C23] binds a sign-off to record and charter together', () => {
  expect(isBound(signOff(), revision)).toBe(true);
  expect(isBound(signOff({ sha256: otherBytes }), revision)).toBe(false);
  expect(isBound(signOff({ charterSha256: otherBytes }), revision)).toBe(false);
});
