import { describe, expect, it } from 'vitest';
import { SignedSubject } from '@/app/(desk)/_sign/signed-subject';
import { subjectOf } from '@/app/(desk)/_sign/subject-of';
import { Checks } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/checks';
import { type Chosen, chosenStatement } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/chosen-statement';
import { CorrectionSigned } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/correction-signed';
import { ForecastSentence } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/forecast-line';
import { type LivingRevision, lifeOf } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/life-of';
import { missingInPosition } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/missing-in-position';
import {
  type PositionFacts,
  PositionSentence,
} from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/position-sentence';
import { positionsOffered } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/positions-offered';
import { ReasonField } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/reason-field.client';
import { SignedNotice } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/signed-notice';
import { signingState } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/signing-state';
import { BaseSentence } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/since';
import { Stages } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/stages';
import { TooLate } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/too-late';
import { WhatYouSign } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/what-you-sign';
import { Cited } from '@/components/record/cited';
import { checkSigning } from '@/domain/charter/check-signing';
import { type Decision, decisions } from '@/domain/charter/facts';
import { type CharterParameters, defaultParameters } from '@/domain/charter/parameters';
import { stagesOf } from '@/domain/claim/revision-stages';
import { clockFrom, hoursAfter } from '@/domain/claim/signing-clock';
import type { RevisionState } from '@/domain/claim/transitions';
import { canonicalBytes } from '@/domain/record/canonical';
import { SignOffStatement } from '@/domain/record/sign-off-statement';
import { revision as bytes, freezeInput, north, signingFacts, south } from '@/tests/domain/build';
import { render, wordsOf } from '@/tests/support/render';
import second from '@/tests/vectors/sign-off-v2.json';
import third from '@/tests/vectors/sign-off-v3.json';

const at = new Date('2026-11-25T23:15:00.000Z');

function signOff(partyId: string, decision: Decision, personId = `moderator-${partyId}`, position = 1) {
  return {
    ...{ id: personId, partyId, personId, decision, position, at },
    ...{ reason: null, cites: null, ground: null, signerName: '', sha256: 'f' },
  };
}

type Made = ReturnType<typeof signOff>;
const later = hoursAfter(at, 1);

/** Frozen as the first of these was signed; whatever is in `takenBack` was, too. */
function revision(
  signOffs: Made[],
  parameters: Partial<CharterParameters> = {},
  { takenBack = [], ...change }: Partial<LivingRevision> & { takenBack?: Made[] } = {},
): LivingRevision {
  const charter = { ...defaultParameters, coolingOffHours: 0, ...parameters };
  return {
    ...{ state: 'signing', round: 1, ...clockFrom(at, charter), releasesAt: null, outcome: null, frozenAt: at },
    signOffs,
    made: [
      ...takenBack.map((one) => ({ ...one, withdrawn: { at: later, reason: 'It was answered.' } })),
      ...signOffs.map((one) => ({ ...one, withdrawn: null })),
    ],
    sha256: bytes.sha256,
    charter: { sha256: bytes.charterSha256, charter: { parties: freezeInput().parties, parameters: charter } },
    ...change,
  };
}

const state = (...given: Parameters<typeof revision>) => signingState(revision(...given), moderator, later);

const moderator = { personId: 'moderator-north', party: north };

describe('where the signing stands for a member', () => {
  it('[C30] knows what a signature brings about at once', () => {
    expect(state([])).toMatchObject({ follows: { dissent: 'returns' }, approved: [], waiting: [north.name, south.name] });
    expect(state([signOff('south', 'approve')])).toMatchObject({
      follows: { approve: 'publishes', 'approve-with-statement': 'publishes', dissent: 'returns' },
      approved: [south.name],
      waiting: [north.name],
    });
    expect(state([signOff('south', 'abstain')]).follows.approve).toBeUndefined();
    expect(state([signOff('south', 'approve')], { signersPerParty: 2 }).follows.approve).toBeUndefined();
    const observing = signingState(revision([signOff('south', 'approve')]), { personId: 'o', party: { id: 'mission' } }, later);
    expect(observing.follows.approve).toBeUndefined();
  });

  it('[C29] [C27] knows that an approval begins the cooling-off, and that the last word of the last round begins the mediation', () => {
    expect(state([signOff('south', 'approve')], { coolingOffHours: 24 }).follows.approve).toBe('cools');
    const last = state([signOff('south', 'approve')], { coolingOffHours: 24 }, { round: 3 });
    expect(last.follows).toMatchObject({ approve: 'cools', dissent: 'mediates' });
  });

  it('[C25] knows that an objection holds the clock once for a party, also when it was taken back', () => {
    expect(state([])).toMatchObject({ hasHeld: false, follows: { object: 'holds' } });
    const held = state([], {}, { takenBack: [signOff('north', 'object', 'another')] });
    expect(held).toMatchObject({ hasHeld: true, own: undefined });
    expect(held.follows.object).toBeUndefined();
    expect(state([signOff('south', 'object')]).follows).toMatchObject({ object: 'holds' });
    expect(state([signOff('south', 'object'), signOff('south', 'approve', 'second', 2)]).follows.approve).toBeUndefined();
    expect(state([], { objectionHours: 0 }).follows.object).toBeUndefined();
  });

  it('tells what the person signed from what somebody else of the party did', () => {
    const made = [signOff('north', 'abstain', 'another'), signOff('north', 'approve', 'moderator-north', 2)];
    expect(state(made)).toMatchObject({ own: { position: 2 }, ofParty: { position: 2 } });
    expect(state(made.slice(0, 1))).toMatchObject({ own: undefined, ofParty: { position: 1 } });
    expect(signingState(revision(made), { personId: 'x', party: null }, later)).toMatchObject({
      own: undefined,
      ofParty: undefined,
    });
  });
});

describe('the revision that the changes are shown since', () => {
  it('[L14] is told with what the party said of it only where that stands', () => {
    const own = { decision: 'approve', at, withdrawnAt: null } as const;
    const base = { number: 1, state: 'withdrawn', publishedAt: null, own } as const;
    const said = (change: object, locale?: 'fr') =>
      wordsOf(render(<BaseSentence base={{ ...base, ...change }} party="Southern desk" timeZone="UTC" />, locale));
    expect(said({})).toBe('Since revision 1, which Southern desk approved on 25 November 2026 :');
    const takenBack = { own: { ...own, withdrawnAt: later } };
    expect(said(takenBack)).toBe('Since revision 1, where Southern desk took back its signature on 26 November 2026 :');
    expect(said(takenBack, 'fr')).toContain('dont Southern desk a retiré sa signature le');
    expect(said({ state: 'retracted', publishedAt: at })).toBe('Since revision 1, which has been retracted:');
  });
});

describe('the positions that are offered', () => {
  it('[C25] leave out an objection where no clock runs that it could hold, and all of them when the time is over', () => {
    const offered = (phase: 'signing' | 'mediation' | 'over', signoffHours = 168) =>
      positionsOffered({ phase, signoffHours, hasConflict: false });
    expect(offered('signing')).toEqual(decisions);
    expect(offered('mediation')).toEqual(decisions.filter((one) => one !== 'object'));
    expect(offered('signing', 0)).not.toContain('object');
    expect(offered('over')).toEqual([]);
  });

  it('[C19] leave who has a conflict of interest what the charter leaves them', () => {
    const met = decisions.filter((decision) => {
      const findings = checkSigning(signingFacts({ decision, conflict: 'declared' }), defaultParameters);
      return findings.some(({ clause, met }) => clause === 'C19' && met);
    });
    expect(positionsOffered({ phase: 'signing', signoffHours: 168, hasConflict: true })).toEqual(met);
    expect(met).toEqual(['recuse']);
  });
});

describe('what is said of the future', () => {
  const forecast = (...given: Parameters<typeof revision>) =>
    wordsOf(render(<ForecastSentence life={lifeOf(revision(...given))} timeZone="UTC" />));

  it('[L22] is the outcome with its day, and whose position is missing', () => {
    expect(forecast([signOff('north', 'approve')])).toContain('without a joint finding. Southern desk has no position by then');
    expect(forecast([signOff('north', 'approve'), signOff('south', 'approve')], { coolingOffHours: 24 })).toBe(
      'It is published on 26 November 2026, 23:15 UTC as a joint finding.',
    );
    expect(forecast([signOff('north', 'approve'), signOff('south', 'dissent')], {}, { round: 3 })).toContain(
      'neither called joint',
    );
    expect(forecast([signOff('north', 'dissent')])).toBe('It goes back to work with the reason that was given.');
    expect(forecast([])).toContain('It expires on');
    expect(forecast([], {}, { signingEndsAt: null, mediationEndsAt: null })).toBe(
      'Nothing is published. It waits for Northern desk and Southern desk.',
    );
  });

  it('[L23] shows the stages as text, the one that is now marked as the step', () => {
    const clock = { ...clockFrom(at, defaultParameters), outcomeAt: null, releasesAt: null, endedAt: null, publishedAt: null };
    const stages = stagesOf({ state: 'signing', ...clock }, { coolingOffHours: 24 }, later);
    const html = render(<Stages stages={stages} coolingOffHours={24} timeZone="UTC" />);
    expect(wordsOf(html)).toBe(
      'Signing until 2 December 2026, 23:15 UTC Mediation only if the parties have not come together (to come) Cooling-off 24 hours (to come) Publication (to come)',
    );
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  });
});

describe('the sentence that is signed', () => {
  const facts: PositionFacts = {
    ...{ party: north.name, number: 3, charterNumber: 1, approved: [south.name] },
    follows: { approve: 'publishes', 'approve-with-statement': 'publishes' },
    hours: { coolingOff: 24, mediation: 96, objection: 48 },
  };
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
    expect(sentence('approve', { follows: {} })).not.toContain('published');
  });
});

describe('what a signature brings about beside a publication', () => {
  const facts: PositionFacts = {
    ...{ party: north.name, number: 3, charterNumber: 1, approved: [] },
    follows: { approve: 'cools', dissent: 'mediates', object: 'holds', abstain: 'returns' },
    hours: { coolingOff: 24, mediation: 0, objection: 1 },
  };

  it.each([
    ['approve', 'With this signature the cooling-off of 24 hours begins.'],
    ['dissent', 'With this signature each party has spoken, and what follows is decided at once.'],
    ['object', 'With this signature the deadline moves by 1 hour.'],
    ['abstain', 'With this signature the claim goes back to work.'],
  ] as const)('[C29] [C27] [C25] stands in the sentence: %s', (decision, words) => {
    expect(wordsOf(render(<PositionSentence decision={decision} facts={facts} />))).toContain(words);
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

describe('a position that is no approval', () => {
  const notice = (decision: Decision) =>
    render(
      <SignedNotice
        revision={{ claimId: 'c1', number: 3 }}
        signOff={signOff('north', decision, 'moderator-north', 2)}
        party={north.name}
        waiting={[]}
        timeZone="UTC"
      />,
    );

  it('is told neutrally, and an abstention as one moderator’s', () => {
    for (const decision of decisions) {
      const isApproval = decision === 'approve' || decision === 'approve-with-statement';
      expect(notice(decision).includes('notice ok'), decision).toBe(isApproval);
    }
    expect(wordsOf(notice('abstain'))).toContain('A moderator of Northern desk abstained on this revision');
  });
});

describe('the clause or source that a reason names', () => {
  it('does not decide the direction of the reason', () => {
    expect(render(<Cited cites="E3" />)).toBe('<bdi><b>E3</b></bdi> ');
    expect(render(<Cited cites={null} />)).toBe('');
  });
});

describe('what is checked before a position is chosen', () => {
  it('[C19] [C23] claims neither a conflict that nobody was asked about nor a reading that nobody can know', () => {
    const check = { part: 'signing', met: true, facts: {} } as const;
    const shown = wordsOf(
      render(
        <Checks
          checks={[
            { ...check, clause: 'C19', code: 'no-conflict' },
            { ...check, clause: 'C23', code: 'bound' },
          ]}
        />,
      ),
    );
    expect(shown).toContain('Before you sign 1 of 2');
    expect(shown).toContain('Asked when you sign: Your interests are declared.');
    expect(shown).toContain('Met: Your signature names the digest above and no other');
  });
});

describe('what a position still needs', () => {
  const said = { ground: undefined, characters: 40, words: 8, cites: 'C10', wordLimit: 300 };

  it('[C26] is told all at once', () => {
    expect(missingInPosition('dissent', { ...said, characters: 0, cites: '' })).toEqual(['reason', 'cites']);
    expect(missingInPosition('abstain', { ...said, cites: '' })).toEqual(['cites']);
    expect(missingInPosition('recuse', { ...said, characters: 39 })).toEqual(['reason']);
    expect(missingInPosition('approve-with-statement', { ...said, characters: 0 })).toEqual(['reason']);
    expect(missingInPosition('approve', { ...said, characters: 0, cites: '' })).toEqual([]);
  });

  it('[C25] is the ground of an objection too, before everything else', () => {
    expect(missingInPosition('object', { ...said, characters: 0, cites: '' })).toEqual(['ground', 'reason', 'cites']);
    expect(missingInPosition('object', { ...said, ground: 'law' })).toEqual([]);
  });

  it('[C28] is to be shorter, of whatever position, where the charter sets a limit', () => {
    for (const decision of ['dissent', 'abstain', 'approve-with-statement'] as const)
      expect(missingInPosition(decision, { ...said, words: 301 })).toEqual(['words']);
    expect(missingInPosition('dissent', { ...said, words: 300 })).toEqual([]);
    expect(missingInPosition('dissent', { ...said, words: 9000, wordLimit: 0 })).toEqual([]);
    expect(missingInPosition('approve', { ...said, words: 9000 })).toEqual([]);
  });
});

describe('a reason as it is written', () => {
  it('[C26] is as long as a reader sees it: nothing invisible counts, and white space once', () => {
    const field = (value: string) => {
      const rest = {
        id: 'r',
        isStatement: false,
        minimum: 40,
        wordLimit: 0,
        missing: ['reason' as const],
        onChange: () => undefined,
      };
      // Without what was typed: the counts are what is compared.
      return wordsOf(render(<ReasonField {...rest} value={value} />).replace(/<textarea[^>]*>[^<]*<\/textarea>/, ''));
    };
    expect(field(`ab${'\u200B'.repeat(60)}   cd`)).toBe(field('ab cd'));
    expect(field(`ab${'\u200B'.repeat(60)}   cd`)).not.toBe(field('ab cde'));
  });
});

describe('a signature that comes too late', () => {
  it('says what became of the revision and what to do, and keeps what was written to be copied', () => {
    const told = (state: RevisionState, reason = '') => wordsOf(render(<TooLate id="late" state={state} reason={reason} />));
    const published = told('published', 'The register was never read.');
    expect(published).toContain('Nothing was signed This revision was published before your signature arrived.');
    expect(published).toContain('propose a correction or a retraction');
    expect(published).toContain('The register was never read.');
    expect(told('withdrawn')).toContain('went back to work before your signature arrived');
    expect(told('expired')).toContain('expired before your signature arrived');
    expect(told('cooling-off')).toContain('is cooling off');
    expect(told('signing')).toContain('You cannot sign this revision any more.');
    expect(told('published')).not.toContain('What you wrote');
  });
});

describe('what is about to be signed', () => {
  const chosen: Chosen = {
    ...{ revision: 'doha-1', party: 'south', member: 'moderator-south', cites: 'E1', ground: '' },
    decision: 'dissent',
    conflict: 'declared',
    correction: undefined,
    recordSha256: third.statement.recordSha256,
    charterSha256: third.statement.charterSha256,
    reason: `  ${third.statement.reason}\n`,
  };
  const bytes = new TextEncoder().encode(third.canonical);

  it('[R13] is what the bytes say, and bytes that say anything else are not offered for signing', () => {
    const statement = chosenStatement(bytes, chosen);
    expect(statement).toEqual(third.statement);
    const { correction: _none, ...words } = chosen;
    for (const [key, value] of Object.entries(words)) {
      const other = key === 'decision' ? 'approve' : `${value}x`;
      expect(chosenStatement(bytes, { ...chosen, [key]: other }), key).toBeUndefined();
    }
    expect(chosenStatement(new TextEncoder().encode('{}'), chosen)).toBeUndefined();
    expect(chosenStatement(new TextEncoder().encode(second.canonical), chosen)).toBeUndefined();
  });

  it('[R13] is shown as the sentence, the reason, the digests and the bytes, all read from the bytes', () => {
    const statement = SignOffStatement.parse(third.statement);
    const hours = { coolingOff: 0, mediation: 0, objection: 0 };
    const facts = { party: south.name, number: 1, charterNumber: 1, approved: [], follows: {}, hours };
    const shown = wordsOf(render(<WhatYouSign bytes={bytes} statement={statement} facts={facts} />));
    expect(shown).toContain(`As moderator of ${south.name} I dissent from revision 1`);
    for (const said of [third.statement.reason, third.statement.recordSha256, third.statement.charterSha256, third.sha256])
      expect(shown).toContain(said);
  });

  it('[R13] stands beside what the record says that its digest names: the claim, the question, the rating and the finding', () => {
    const texts = { question: 'Was it repaired?', finding: 'It was, in May.' };
    const of = (locale: string) =>
      subjectOf(
        {
          ...{ language: 'en', fields: { rating: 'accurate' } },
          texts: { en: { ...texts, title: 'T', claimText: 'C', context: '', summary: '', analysis: [] } },
        },
        { claimNumber: 7, number: 3, locale },
      );
    expect(of('fr')).toEqual(of('en'));
    const shown = wordsOf(render(<SignedSubject subject={of('en')} />));
    for (const said of ['Claim 7, revision 3', texts.question, 'Accurate.', texts.finding]) expect(shown).toContain(said);
  });

  it('[R13] [GC1] says what it corrects as the page does, with the challenge that it answers, and other bytes are not offered', () => {
    const correction = { recordSha256: 'c'.repeat(64), grade: 'update', reason: 'The archive answered.', challenge: 7 } as const;
    const statement = SignOffStatement.parse({ ...third.statement, correction });
    const corrects = canonicalBytes(statement);
    expect(chosenStatement(corrects, { ...chosen, correction })).toEqual(statement);
    expect(chosenStatement(corrects, chosen)).toBeUndefined();
    expect(chosenStatement(bytes, { ...chosen, correction })).toBeUndefined();
    expect(chosenStatement(corrects, { ...chosen, correction: { ...correction, challenge: 8 } })).toBeUndefined();
    const shown = wordsOf(render(<CorrectionSigned correction={correction} />));
    for (const said of ['The archive answered.', 'In answer to challenge 7.']) expect(shown).toContain(said);
  });

  it('[R13] [C25] shows the ground of an objection and the word on a conflict, read from the bytes', () => {
    const { decision: _dissent, conflict: _declared, ...rest } = SignOffStatement.options[2].parse(third.statement);
    const statement = { ...rest, decision: 'object', ground: 'evidence-pending', conflict: 'none' } as const;
    const objection = canonicalBytes(SignOffStatement.parse(statement));
    const wanted: Chosen = { ...chosen, decision: 'object', ground: 'evidence-pending', conflict: 'none' };
    const hours = { coolingOff: 0, mediation: 0, objection: 48 };
    const facts = { party: south.name, number: 1, charterNumber: 1, approved: [], follows: { object: 'holds' as const }, hours };
    const read = chosenStatement(objection, wanted);
    expect(read).toEqual(statement);
    expect(chosenStatement(objection, { ...wanted, ground: 'law' })).toBeUndefined();
    const shown = wordsOf(render(<WhatYouSign bytes={objection} statement={read ?? statement} facts={facts} />));
    expect(shown).toContain('Ground: Evidence on its way');
    expect(shown).toContain('You state that you have no conflict of interest in this claim.');
    expect(shown).toContain('With this signature the deadline moves by 48 hours.');
  });
});
