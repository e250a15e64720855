import { describe, expect, it } from 'vitest';
import {
  type ChosenRetraction,
  chosenRetraction,
} from '@/app/(desk)/desk/claims/[claimId]/retraction/_retract/chosen-retraction';
import { WhatYouRetract } from '@/app/(desk)/desk/claims/[claimId]/retraction/_retract/what-you-retract';
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
