import { describe, expect, it } from 'vitest';
import { type Chosen, chosenStatement } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/chosen-statement';
import { missingInPosition } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/missing-in-position';
import { PositionSentence } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/position-sentence';
import { SignedNotice } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/signed-notice';
import { signingState } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/signing-state';
import { WhatYouSign } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/what-you-sign';
import type { Decision } from '@/domain/charter/facts';
import { SignOffStatement } from '@/domain/record/sign-off-statement';
import { revision as bytes, freezeInput, north, south } from '@/tests/domain/build';
import { render, wordsOf } from '@/tests/support/render';
import second from '@/tests/vectors/sign-off-v2.json';
import third from '@/tests/vectors/sign-off-v3.json';

const at = new Date('2026-11-25T23:15:00.000Z');

function signOff(partyId: string, decision: Decision, personId = `moderator-${partyId}`, position = 1) {
  return { id: personId, partyId, personId, decision, reason: null, cites: null, signerName: '', sha256: 'f', position, at };
}

function revision(signOffs: ReturnType<typeof signOff>[], signersPerParty = 1) {
  return {
    signOffs,
    sha256: bytes.sha256,
    record: { parties: freezeInput().parties },
    charter: { sha256: bytes.charterSha256, charter: { parameters: { signersPerParty } } },
  };
}

const moderator = { personId: 'moderator-north', party: north };

describe('where the signing stands for a member', () => {
  it('[C30] knows that an approval would be the last one that is missing', () => {
    expect(signingState(revision([]), moderator)).toMatchObject({
      publishes: false,
      approved: [],
      waiting: [north.name, south.name],
    });
    expect(signingState(revision([signOff('south', 'approve')]), moderator)).toMatchObject({
      publishes: true,
      approved: [south.name],
      waiting: [north.name],
    });
    expect(signingState(revision([signOff('south', 'abstain')]), moderator).publishes).toBe(false);
    expect(signingState(revision([signOff('south', 'approve')], 2), moderator).publishes).toBe(false);
    expect(signingState(revision([signOff('south', 'approve')]), { personId: 'o', party: { id: 'mission' } }).publishes).toBe(
      false,
    );
  });

  it('tells what the person signed from what somebody else of the party did', () => {
    const made = [signOff('north', 'abstain', 'another'), signOff('north', 'approve', 'moderator-north', 2)];
    expect(signingState(revision(made), moderator)).toMatchObject({ own: { position: 2 }, ofParty: { position: 2 } });
    expect(signingState(revision(made.slice(0, 1)), moderator)).toMatchObject({ own: undefined, ofParty: { position: 1 } });
    expect(signingState(revision(made), { personId: 'x', party: null })).toMatchObject({ own: undefined, ofParty: undefined });
  });
});

describe('the sentence that is signed', () => {
  const facts = { party: north.name, number: 3, charterNumber: 1, approved: [south.name], publishes: true };
  const sentence = (decision: Decision, change = {}) =>
    wordsOf(render(<PositionSentence decision={decision} facts={{ ...facts, ...change }} />));

  it('[C30] says that the last signature publishes at once, and who has signed', () => {
    const last = 'Southern desk has signed. With this signature the verdict is published at once.';
    expect(sentence('approve')).toContain(last);
    expect(sentence('approve-with-statement')).toContain(last);
    expect(sentence('approve', { approved: [south.name, 'Third desk'] })).toContain('Southern desk and Third desk have signed.');
  });

  it('says nothing of publishing where nothing is published', () => {
    for (const decision of ['dissent', 'abstain'] as const) expect(sentence(decision)).not.toContain('published');
    expect(sentence('approve', { publishes: false })).not.toContain('published');
  });
});

describe('a signature that was made', () => {
  it('is told as made, with who is still to sign and the way to the signed bytes', () => {
    const html = render(
      <SignedNotice
        revision={{ claimId: 'c1', number: 3 }}
        signOff={signOff('north', 'approve', 'moderator-north', 2)}
        party={north.name}
        waiting={[south.name]}
        timeZone="UTC"
      />,
    );
    expect(wordsOf(html)).toContain('Northern desk approved this revision on 25 November 2026, 23:15 UTC');
    expect(wordsOf(html)).toContain('Southern desk has not approved yet.');
    expect(html).toContain('href="/desk/claims/c1/revisions/3/sign-offs/2"');
    expect(html).toContain('class="notice ok"');
  });
});

describe('what a position still needs', () => {
  it('[C26] is told all at once', () => {
    expect(missingInPosition('dissent', 0, '')).toEqual(['reason', 'cites']);
    expect(missingInPosition('abstain', 40, '')).toEqual(['cites']);
    expect(missingInPosition('dissent', 39, 'C10')).toEqual(['reason']);
    expect(missingInPosition('approve-with-statement', 0, '')).toEqual(['reason']);
    expect(missingInPosition('approve', 0, '')).toEqual([]);
  });
});

describe('what is about to be signed', () => {
  const chosen: Chosen = {
    ...{ revision: 'doha-1', party: 'south', member: 'moderator-south', cites: 'E1' },
    decision: 'dissent',
    conflict: 'declared',
    recordSha256: third.statement.recordSha256,
    charterSha256: third.statement.charterSha256,
    reason: `  ${third.statement.reason}\n`,
  };
  const bytes = new TextEncoder().encode(third.canonical);

  it('[R13] is what the bytes say, and bytes that say anything else are not offered for signing', () => {
    const statement = chosenStatement(bytes, chosen);
    expect(statement).toEqual(third.statement);
    for (const [key, value] of Object.entries(chosen)) {
      const other = key === 'decision' ? 'approve' : `${value}x`;
      expect(chosenStatement(bytes, { ...chosen, [key]: other }), key).toBeUndefined();
    }
    expect(chosenStatement(new TextEncoder().encode('{}'), chosen)).toBeUndefined();
    expect(chosenStatement(new TextEncoder().encode(second.canonical), chosen)).toBeUndefined();
  });

  it('[R13] is shown as the sentence, the reason, the digests and the bytes, all read from the bytes', () => {
    const statement = SignOffStatement.parse(third.statement);
    const facts = { party: south.name, number: 1, charterNumber: 1, approved: [], publishes: false };
    const shown = wordsOf(render(<WhatYouSign bytes={bytes} statement={statement} facts={facts} />));
    expect(shown).toContain(`As moderator of ${south.name} I dissent from revision 1`);
    for (const said of [third.statement.reason, third.statement.recordSha256, third.statement.charterSha256, third.sha256])
      expect(shown).toContain(said);
  });
});
