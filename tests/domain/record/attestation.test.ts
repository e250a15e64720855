import { describe, expect, it } from 'vitest';
import { faultOfAttestation, momentOf, readAttestation } from '@/domain/record/attestation';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { attestationChallenge, attestationTag, challengeTag, signOffChallenge } from '@/domain/record/sign-off-challenge';
import { readStatement } from '@/domain/record/sign-off-statement';

const named = {
  ...{ workspace: 'desk', claim: 'doha', revision: 'first', party: 'mission', member: 'mediator' },
  ...{ recordSha256: digestOf('record'), charterSha256: digestOf('charter'), nonce: digestOf('nonce') },
};
const said = { v: 1, type: 'attestation', ...named, procedure: 'followed', moment: 'before-publication', words: '' };
const signOff = { v: 3, type: 'sign-off', ...named, decision: 'approve', reason: '' };

describe('an attestation', () => {
  it('[AT2] is read from its bytes, and is a closed schema', () => {
    expect(readAttestation(canonicalBytes(said))).toEqual(said);
    for (const change of [{ decision: 'approve' }, { v: 2 }, { type: 'sign-off' }, { procedure: 'approved' }, { moment: 'now' }])
      expect(() => readAttestation(canonicalBytes({ ...said, ...change })), JSON.stringify(change)).toThrow();
  });

  it('[AT2] [C21] [C23] is no sign-off, and a sign-off is none, in bytes and in what a key signs', () => {
    expect(() => readStatement(canonicalBytes(said))).toThrow();
    expect(() => readAttestation(canonicalBytes(signOff))).toThrow();
    const bytes = canonicalBytes(said);
    expect(attestationChallenge(bytes)).not.toBe(signOffChallenge(bytes));
    expect([attestationTag, challengeTag]).toEqual(['countersign/attestation/v1\n', 'countersign/sign-off/v1\n']);
  });

  it('[AT1] is made while a revision is open and after it is published, and of nothing else', () => {
    const states = ['signing', 'cooling-off', 'published', 'superseded', 'retracted', 'withdrawn', 'expired'] as const;
    expect(states.map(momentOf)).toEqual([
      ...['before-publication', 'before-publication', 'after-publication'],
      ...Array.from({ length: 4 }, () => undefined),
    ]);
  });

  const charter = { clauses: ['C10', 'C18'], limit: 300 };
  const long = 'The reply was recorded after the record was frozen.';
  const cases: [string, Parameters<typeof faultOfAttestation>[0], string | undefined][] = [
    ['that it was followed needs no words', { procedure: 'followed', words: '', cites: undefined }, undefined],
    ['that it was not needs some', { procedure: 'not-followed', words: ' ', cites: 'C10' }, 'reason-short'],
    [
      'of 40 characters that a reader sees',
      { procedure: 'not-followed', words: `${'x'.repeat(39)}\u200b \u200b`, cites: 'C10' },
      'reason-short',
    ],
    ['and a clause', { procedure: 'not-followed', words: long, cites: undefined }, 'reason-cites-nothing'],
    ['of this charter', { procedure: 'not-followed', words: long, cites: 'C11' }, 'reason-cites-nothing'],
    ['and then it is one', { procedure: 'not-followed', words: long, cites: 'C18' }, undefined],
    ['that it was followed may cite one too', { procedure: 'followed', words: '', cites: 'C10' }, undefined],
    ['and none that is not there', { procedure: 'followed', words: '', cites: 'C99' }, 'reason-cites-nothing'],
    ['has the room of a dissent', { procedure: 'followed', words: 'word '.repeat(300), cites: undefined }, undefined],
    ['and no more', { procedure: 'followed', words: 'word '.repeat(301), cites: undefined }, 'words-many'],
  ];
  it.each(cases)('[AT4] %s', (_case, words, code) => {
    expect(faultOfAttestation(words, charter)?.code).toBe(code);
  });

  it('[AT4] has no limit under a charter without one', () => {
    const words = { procedure: 'followed', words: 'word '.repeat(2000), cites: undefined } as const;
    expect(faultOfAttestation(words, { ...charter, limit: 0 })).toBeUndefined();
  });
});
