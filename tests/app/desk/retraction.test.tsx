import { describe, expect, it } from 'vitest';
import { checksBeforeRetracting } from '@/app/(desk)/desk/claims/[claimId]/retraction/_retract/checks-before-retracting';
import {
  type ChosenRetraction,
  chosenRetraction,
} from '@/app/(desk)/desk/claims/[claimId]/retraction/_retract/chosen-retraction';
import { WhatYouRetract } from '@/app/(desk)/desk/claims/[claimId]/retraction/_retract/what-you-retract';
import type { ClauseId } from '@/domain/charter/clauses';
import { defaultParameters } from '@/domain/charter/parameters';
import { RetractionStatement } from '@/domain/correction/retraction';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { fingerprintOf } from '@/domain/record/fingerprint';
import { render, wordsOf } from '@/tests/support/render';
import third from '@/tests/vectors/sign-off-v3.json';

const chosen: ChosenRetraction = {
  ...{ revision: 'r1', retraction: 't1', party: 'south', member: 'moderator-south', conflict: 'none' },
  ...{ recordSha256: 'a'.repeat(64), charterSha256: 'b'.repeat(64) },
  reason: 'The video that the finding rests on was made in another town.',
};
const statement = RetractionStatement.parse({
  ...{ ...chosen, v: 1, type: 'retraction', workspace: 'w1', claim: 'c1', nonce: 'c'.repeat(64) },
});
const bytes = canonicalBytes(statement);

describe('a retraction that is about to be signed', () => {
  it('[R13] is what the bytes say, and bytes that say anything else are not offered for signing', () => {
    expect(chosenRetraction(bytes, chosen)).toEqual(statement);
    for (const [key, value] of Object.entries(chosen)) {
      const other = key === 'conflict' ? '' : `${value}x`;
      expect(chosenRetraction(bytes, { ...chosen, [key]: other }), key).toBeUndefined();
    }
  });

  it('[R13] is never a statement of another kind, nor bytes that cannot be read', () => {
    for (const foreign of [third.canonical, '{}', 'no statement at all', ''])
      expect(chosenRetraction(new TextEncoder().encode(foreign), chosen), foreign).toBeUndefined();
    const declared = canonicalBytes({ ...statement, conflict: 'declared' });
    expect(chosenRetraction(declared, chosen)).toBeUndefined();
  });

  it('[R13] [R14] is shown as sentence, reason, conflict, digests and bytes read from the bytes, with the record’s eight words', () => {
    const facts = { party: 'Southern desk', number: 3, charter: 2 };
    const shown = wordsOf(render(<WhatYouRetract bytes={bytes} statement={statement} facts={facts} />));
    for (const said of [
      ...['Southern desk retracts revision 3, under charter version 2.', statement.reason, statement.recordSha256],
      ...[statement.charterSha256, digestOf(bytes), 'You state that you have no conflict of interest in this claim.'],
      fingerprintOf(statement.recordSha256),
    ])
      expect(shown).toContain(said);
    expect(shown).not.toContain(fingerprintOf(digestOf(bytes)));
  });
});

describe('what keeps a moderator from signing a retraction', () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const published = {
    work: { authors: [wrote('author', 60), wrote('helper', 40)] },
    charter: { clauses: clausesOf(['C19', 'C20', 'C22', 'C35']), parameters: { ...defaultParameters, ownWorkSharePercent: 50 } },
  };
  const retraction = { proposedBy: 'proposer', signOffs: [{ personId: 'signed', partyId: 'south', at: new Date(0) }] };
  const checks = (personId: string, declaredMsAgo: number | undefined = 0, at = published) =>
    checksBeforeRetracting(at, retraction, { personId, declaredMsAgo });

  it('[RT2] [C20] is that it is their own work, by the same rule as of a sign-off', () => {
    expect(checks('proposer').bars).toMatchObject([{ clause: 'C20', code: 'own-proposal' }]);
    expect(checks('author').bars).toMatchObject([{ clause: 'C20', code: 'own-work' }]);
    expect(checks('signed').bars).toMatchObject([{ clause: 'C22', code: 'already-signed' }]);
    for (const person of ['helper', 'another']) expect(checks(person).bars, person).toEqual([]);
  });

  it('[RT2] [C19] is told before anything is pressed where interests are not declared, or long ago', () => {
    const { interestDays } = defaultParameters;
    expect(checksBeforeRetracting(published, retraction, { personId: 'another', declaredMsAgo: undefined }).mustDeclare).toBe(
      true,
    );
    expect(checks('another', (interestDays + 1) * dayMs).mustDeclare).toBe(true);
    expect(checks('another', interestDays * dayMs).mustDeclare).toBe(false);
    const silent = { ...published, charter: { ...published.charter, clauses: clausesOf(['C20', 'C35']) } };
    expect(checks('another', (interestDays + 1) * dayMs, silent).mustDeclare).toBe(false);
  });
});

function wrote(personId: string, characters: number) {
  return { personId, characters };
}

function clausesOf(ids: ClauseId[]) {
  return ids.map((id) => ({ id }));
}
