import { describe, expect, it } from 'vitest';
import {
  barsToSigning,
  checkSigning,
  freshForMs,
  ownWork,
  reasonMinimum,
  shareOf,
  statementLimit,
} from '@/domain/charter/check-signing';
import { clauses } from '@/domain/charter/clauses';
import type { SigningFacts } from '@/domain/charter/facts';
import { type CharterParameters, defaultParameters, proofs } from '@/domain/charter/parameters';
import { otherBytes, revision, signingFacts } from '../build';

type Case = {
  name: string;
  facts?: Partial<SigningFacts>;
  parameters?: Partial<CharterParameters>;
  code: string;
  met?: true;
  says?: Record<string, string | number>;
};

const wrote = (own: number, total: number) => ({
  authors: [
    { personId: 'nadia', characters: own },
    { personId: 'sami', characters: total - own },
  ],
});
const days = (count: number) => count * 24 * 60 * 60_000;
const minutes = (count: number) => count * 60_000;
const reasoned = { reason: 'x'.repeat(40), cites: 'C07' };

const cases: Record<string, Case[]> = {
  '[C19]': [
    { name: 'who declared their interests and has no conflict signs', code: 'no-conflict', met: true },
    { name: 'who never declared their interests does not', facts: { declaredMsAgo: undefined }, code: 'interests-not-said' },
    { name: 'a declaration counts on its last day', facts: { declaredMsAgo: days(180) }, code: 'no-conflict', met: true },
    { name: 'and not after it', facts: { declaredMsAgo: days(180) + 1 }, code: 'interests-old', says: { days: 180 } },
    {
      name: 'interestDays sets how long',
      facts: { declaredMsAgo: days(2) },
      parameters: { interestDays: 1 },
      code: 'interests-old',
      says: { days: 1 },
    },
    {
      name: 'a time that is no number is not fresh',
      facts: { declaredMsAgo: Number.NaN },
      code: 'interests-old',
      says: { days: 180 },
    },
    { name: 'each signature says whether there is a conflict', facts: { conflict: undefined }, code: 'conflict-not-said' },
    ...(['approve', 'approve-with-statement', 'dissent', 'abstain'] as const).map((decision) => ({
      name: `who has a conflict takes no position: ${decision}`,
      facts: { conflict: 'declared' as const, decision, ...reasoned },
      code: 'conflict-declared',
    })),
    {
      name: 'a conflict that was declared of this revision is not taken back with the sign-off that said so',
      facts: { conflict: 'none', hasDeclaredConflict: true },
      code: 'conflict-declared',
    },
    {
      name: 'and lets its signer stand aside again',
      facts: { conflict: 'none', hasDeclaredConflict: true, decision: 'recuse', ...reasoned },
      code: 'conflict-stands-aside',
      met: true,
    },
  ],
  '[C25]': [
    { name: 'before the deadline anybody who may sign does', code: 'before-deadline', met: true },
    { name: 'in the mediation too', facts: { phase: 'mediation' }, code: 'in-mediation', met: true },
    { name: 'after it nobody does', facts: { phase: 'over' }, code: 'signing-over' },
    {
      name: 'an objection comes before the deadline',
      facts: { decision: 'object', phase: 'mediation' },
      code: 'deadline-passed',
    },
  ],
  '[C28]': [
    {
      name: '300 words are enough',
      facts: { reason: 'word '.repeat(300) },
      code: 'words-few',
      met: true,
      says: { words: 300, limit: 300 },
    },
    {
      name: '301 are too many, whatever the position',
      facts: { reason: 'word '.repeat(301), decision: 'approve-with-statement' },
      code: 'words-many',
      says: { words: 301, limit: 300 },
    },
    {
      name: 'a dash is no word',
      facts: { reason: `word ${'— '.repeat(400)}` },
      code: 'words-few',
      met: true,
      says: { words: 1, limit: 300 },
    },
    {
      name: 'dissentWords sets the limit',
      facts: { reason: 'five words are too many', decision: 'dissent' },
      parameters: { dissentWords: 4 },
      code: 'words-many',
      says: { words: 5, limit: 4 },
    },
    {
      name: 'a charter that sets none has none',
      facts: { reason: 'word '.repeat(1000) },
      parameters: { dissentWords: 0 },
      code: 'words-few',
      met: true,
    },
  ],
  '[C33]': [
    { name: 'what corrects nothing in substance is for others to sign too', code: 'nothing-corrected-in-substance', met: true },
    {
      name: 'who neither proposed nor wrote what is corrected signs',
      facts: { corrected: { proposedBy: 'kim', authors: [{ personId: 'kim', characters: 100 }] } },
      code: 'not-own-work-corrected',
      met: true,
      says: { share: 0, limit: 10 },
    },
    {
      name: 'who proposed what is corrected does not',
      facts: { corrected: { proposedBy: 'nadia', authors: [] } },
      code: 'own-proposal-corrected',
    },
    {
      name: 'nor does who wrote more of it than the charter lets them',
      facts: {
        corrected: {
          proposedBy: 'kim',
          authors: [
            { personId: 'nadia', characters: 20 },
            { personId: 'kim', characters: 80 },
          ],
        },
      },
      code: 'own-work-corrected',
      says: { share: 20, limit: 10 },
    },
  ],
  '[C20]': [
    { name: 'a signer who wrote nothing may sign', code: 'not-own-work', met: true, says: { share: 0, limit: 10 } },
    { name: 'the proposer may not sign', facts: { proposedBy: 'nadia' }, code: 'own-proposal' },
    {
      name: 'the proposer may not dissent either',
      facts: { proposedBy: 'nadia', decision: 'dissent', ...reasoned },
      code: 'own-proposal',
    },
    { name: '10 % is allowed', facts: wrote(1000, 10_000), code: 'not-own-work', met: true, says: { share: 10, limit: 10 } },
    { name: '10.01 % is own work', facts: wrote(1001, 10_000), code: 'own-work', says: { share: 11, limit: 10 } },
    {
      name: 'one character of a million above 10 % is own work',
      facts: wrote(100_001, 1_000_000),
      code: 'own-work',
      says: { share: 11, limit: 10 },
    },
    {
      name: 'rows of one person add up',
      facts: { authors: [...wrote(900, 10_000).authors, { personId: 'nadia', characters: 900 }] },
      code: 'own-work',
    },
    {
      name: 'a text without authors is nobody’s work',
      facts: { authors: [] },
      code: 'not-own-work',
      met: true,
      says: { share: 0, limit: 10 },
    },
    {
      name: 'ownWorkSharePercent 0 forbids a single character',
      facts: wrote(1, 10_000),
      parameters: { ownWorkSharePercent: 0 },
      code: 'own-work',
      says: { share: 1, limit: 0 },
    },
    {
      name: 'ownWorkSharePercent 50 allows half',
      facts: wrote(5000, 10_000),
      parameters: { ownWorkSharePercent: 50 },
      code: 'not-own-work',
      met: true,
    },
    {
      name: 'ownWorkSharePercent 100 does not let the proposer sign',
      facts: { proposedBy: 'nadia' },
      parameters: { ownWorkSharePercent: 100 },
      code: 'own-proposal',
    },
  ],
  '[C22]': [
    {
      name: 'a fresh proof of identity counts',
      facts: { confirmedMsAgo: minutes(3) },
      code: 'confirmed',
      met: true,
      says: { minutes: 3 },
    },
    {
      name: 'ten minutes are fresh',
      facts: { confirmedMsAgo: minutes(10) },
      code: 'confirmed',
      met: true,
      says: { minutes: 10 },
    },
    {
      name: 'a millisecond more is not fresh',
      facts: { confirmedMsAgo: minutes(10) + 1 },
      code: 'not-confirmed',
      says: { minutes: 10 },
    },
    { name: 'a time that is no number is not fresh', facts: { confirmedMsAgo: Number.NaN }, code: 'not-confirmed' },
    { name: 'never is not fresh', facts: { confirmedMsAgo: Number.POSITIVE_INFINITY }, code: 'not-confirmed' },
    {
      name: 'a clock that runs behind counts as now',
      facts: { confirmedMsAgo: -5 },
      code: 'confirmed',
      met: true,
      says: { minutes: 0 },
    },
    { name: 'nobody signs twice', facts: { earlier: [{ personId: 'nadia', partyId: 'north' }] }, code: 'already-signed' },
    {
      name: 'nobody signs for two parties',
      facts: { earlier: [{ personId: 'nadia', partyId: 'south' }] },
      code: 'already-signed',
    },
    {
      name: 'another person of the party may sign too',
      facts: { earlier: [{ personId: 'omar', partyId: 'north' }] },
      code: 'confirmed',
      met: true,
    },
  ],
  '[C23]': [
    { name: 'a sign-off names the bytes it signs', code: 'bound', met: true },
    { name: 'another record is not these bytes', facts: { named: { ...revision, sha256: otherBytes } }, code: 'not-these-bytes' },
    {
      name: 'another charter is not these bytes',
      facts: { named: { ...revision, charterSha256: otherBytes } },
      code: 'not-these-bytes',
    },
    {
      name: 'a digest in capitals is not this digest',
      facts: { named: { ...revision, sha256: revision.sha256.toUpperCase() } },
      code: 'not-these-bytes',
    },
    {
      name: 'record and charter are not exchanged',
      facts: { named: { sha256: revision.charterSha256, charterSha256: revision.sha256 } },
      code: 'not-these-bytes',
    },
  ],
  '[C26]': [
    { name: 'an approval needs no reason', code: 'no-reason-needed', met: true },
    {
      name: 'an approval with a statement has one',
      facts: { decision: 'approve-with-statement', reason: 'Agreed.' },
      code: 'statement-given',
      met: true,
    },
    {
      name: 'an approval with an empty statement is refused',
      facts: { decision: 'approve-with-statement', reason: '  ' },
      code: 'statement-missing',
    },
    {
      name: 'an approval with no statement is refused',
      facts: { decision: 'approve-with-statement' },
      code: 'statement-missing',
    },
    {
      name: 'an objection names one of four grounds',
      facts: { decision: 'object', ...reasoned },
      code: 'ground-missing',
    },
    {
      name: 'a charter without a clock knows no objection',
      facts: { decision: 'object', ...reasoned, ground: 'law' },
      parameters: { signoffHours: 0 },
      code: 'no-objections-here',
    },
    ...(['dissent', 'object', 'abstain', 'recuse'] as const).flatMap((decision): Case[] => [
      {
        name: `${decision}: 40 characters and a clause are a reason`,
        facts: { decision, ground: 'law', ...reasoned },
        code: 'reason-given',
        met: true,
      },
      {
        name: `${decision}: a source is named as well as a clause`,
        facts: { decision, ground: 'law', ...reasoned, cites: 'E1' },
        code: 'reason-given',
        met: true,
      },
      {
        name: `${decision}: 39 characters are too few`,
        facts: { decision, ground: 'law', ...reasoned, reason: 'x'.repeat(39) },
        code: 'reason-short',
        says: { characters: 39, needed: 40 },
      },
      {
        name: `${decision}: white space around a reason does not count`,
        facts: { decision, ground: 'law', ...reasoned, reason: ` ${'x'.repeat(39)} ` },
        code: 'reason-short',
        says: { characters: 39, needed: 40 },
      },
      {
        name: `${decision}: characters are code points`,
        facts: { decision, ground: 'law', ...reasoned, reason: '😀'.repeat(39) },
        code: 'reason-short',
        says: { characters: 39, needed: 40 },
      },
      {
        name: `${decision}: silence is no reason`,
        facts: { decision, ground: 'law', cites: 'C07' },
        code: 'reason-short',
        says: { characters: 0, needed: 40 },
      },
      {
        name: `${decision}: a reason names something`,
        facts: { decision, ground: 'law', reason: reasoned.reason },
        code: 'reason-cites-nothing',
      },
      {
        name: `${decision}: a reason names something that exists`,
        facts: { decision, ground: 'law', ...reasoned, cites: 'E9' },
        code: 'reason-cites-nothing',
      },
    ]),
  ],
};

for (const [rule, rows] of Object.entries(cases)) {
  const clause = rule.slice(1, -1);
  describe(`clause ${clause} about a signature`, () => {
    for (const { name, facts, parameters, code, met = false, says } of rows) {
      it(`${rule} ${name}`, () => {
        const finding = checkSigning(signingFacts(facts), { ...defaultParameters, ...parameters }).find(
          (one) => one.clause === clause,
        );
        expect(finding).toMatchObject({ clause, met, code, facts: says ?? {} });
      });
    }
  });
}

it('[H1] answers at signing with one finding for each clause, in the order of the charter, met or not', () => {
  const expected = clauses.filter(({ gates }) => gates.includes('sign')).map(({ id }) => id);
  const worst = signingFacts({
    proposedBy: 'nadia',
    confirmedMsAgo: Number.NaN,
    declaredMsAgo: undefined,
    named: { sha256: '', charterSha256: '' },
    phase: 'over',
    decision: 'dissent',
    reason: '- a '.repeat(400).trim(),
    cites: undefined,
    corrected: { proposedBy: 'nadia', authors: [] },
  });
  for (const facts of [signingFacts(), worst])
    expect(checkSigning(facts, defaultParameters).map(({ clause }) => clause)).toEqual(expected);
  expect(checkSigning(worst, defaultParameters).filter(({ met }) => met)).toEqual([]);
});

it('[C20] gives a share in per cent, in whole numbers, rounded up', () => {
  expect(shareOf('nadia', wrote(1, 3).authors)).toBe(34);
  expect(shareOf('nadia', wrote(1, 4).authors)).toBe(25);
  expect(shareOf('nobody', wrote(1, 4).authors)).toBe(0);
});

it('[C20] answers the same on its own as among the clauses of signing', () => {
  const facts = signingFacts(wrote(1001, 10_000));
  expect(ownWork(facts, defaultParameters)).toEqual(
    checkSigning(facts, defaultParameters).find(({ clause }) => clause === 'C20'),
  );
});

it('[C22] takes the confirmation that the charter sets and each stronger one, and tells which is the weakest', () => {
  for (const [strength, weakestProof] of proofs.entries())
    for (const [tried, proof] of proofs.entries()) {
      const findings = checkSigning(signingFacts({ proof }), { ...defaultParameters, weakestProof });
      const finding = findings.find(({ clause }) => clause === 'C22');
      const refused = { met: false, code: 'proof-too-weak', facts: { needed: weakestProof } };
      expect(finding, `${proof} under ${weakestProof}`).toMatchObject(tried > strength ? refused : { met: true });
    }
});

it('[C22] keeps a proof of identity fresh for ten minutes', () => {
  expect(freshForMs).toBe(600_000);
});

it('[C26] asks for 40 characters at least and takes 8,000 at most', () => {
  expect([reasonMinimum, statementLimit]).toEqual([40, 8000]);
});

describe('what keeps a person from signing', () => {
  const codes = (change: Partial<SigningFacts>) =>
    barsToSigning(signingFacts(change), defaultParameters).map(({ clause, code }) => `${clause} ${code}`);
  const earlier = [{ personId: 'nadia', partyId: 'north' }];

  it.each<[string, Partial<SigningFacts>, string[]]>([
    ['nothing, for who neither proposed nor wrote it', {}, []],
    [
      'nothing that can be mended on the page: an old proof, a missing reason',
      { confirmedMsAgo: minutes(60), decision: 'dissent' },
      [],
    ],
    ['their own proposal', { proposedBy: 'nadia' }, ['C20 own-proposal']],
    ['more than a tenth of the text', wrote(1001, 10_000), ['C20 own-work']],
    [
      'a correction of their own work in substance',
      { corrected: { proposedBy: 'nadia', authors: [] } },
      ['C33 own-proposal-corrected'],
    ],
    ['a signature of theirs', { earlier }, ['C22 already-signed']],
    ['both', { earlier, proposedBy: 'nadia' }, ['C20 own-proposal', 'C22 already-signed']],
  ])('[H6] %s', (_, change, expected) => expect(codes(change)).toEqual(expected));

  it('[H6] is unmet in the signing itself too', () => {
    for (const change of [{ proposedBy: 'nadia' }, wrote(1001, 10_000), { earlier }]) {
      const facts = signingFacts(change);
      const unmet = checkSigning(facts, defaultParameters).filter(({ met }) => !met);
      expect(unmet).toEqual(expect.arrayContaining(barsToSigning(facts, defaultParameters)));
    }
  });
});
