import { checkPublication } from '@/domain/charter/check-publication';
import { checkRecord } from '@/domain/charter/check-record';
import { checkSigning } from '@/domain/charter/check-signing';
import type { Decision, RecordFacts, SigningFacts, SignOffFacts } from '@/domain/charter/facts';
import { defaultParameters } from '@/domain/charter/parameters';
import { afterSignOff } from '@/domain/claim/after-sign-off';
import { moveRevision, type RevisionMove, type RevisionState } from '@/domain/claim/transitions';
import { digestOf, questionDigest } from '@/domain/record/canonical';
import { freezeRecord } from '@/domain/record/freeze';
import { consentFacts, draftTexts, freezeInput, north, observer, recordFacts, source, south } from '../build';

export type Revision = {
  state: RevisionState;
  sha256: string;
  charterSha256: string;
  facts: RecordFacts;
  proposedBy: string;
  party: string;
  authors: SigningFacts['authors'];
  signOffs: SignOffFacts[];
};

export const partyOf: Record<string, string> = {
  nadia: north.id,
  nour: north.id,
  sami: south.id,
  selma: south.id,
  olga: observer.id,
};

/**
 * A claim's life over the pure rules alone, with as few guards of its own as can be: it asks the rules and does what they say. What
 * the rules let through here, no command could be blamed for.
 */
export class Life {
  revisions: Revision[] = [];
  written = 'The text names no ceasefire.';
  authors = new Map([['checker', 1000]]);
  question = 'Did the talks bring a ceasefire?';
  acceptances: RecordFacts['acceptances'] = [];
  sources = [source(1), source(2, { stance: 'undermines' })];

  get last(): Revision | undefined {
    return this.revisions.at(-1);
  }

  write(person: string, characters: number): void {
    this.written += ' More.';
    this.authors.set(person, (this.authors.get(person) ?? 0) + characters);
  }

  ask(question: string): void {
    this.question = question;
  }

  accept(partyId: string): void {
    this.acceptances.push({ partyId, questionSha256: questionDigest(this.question) });
  }

  propose(person: string): void {
    const { question, acceptances, sources } = this;
    const facts = recordFacts({
      question,
      questionSha256: questionDigest(question),
      acceptances: [...acceptances],
      sources: [...sources],
    });
    const unmet = checkRecord('propose', facts, defaultParameters).filter(({ met }) => !met);
    const texts = draftTexts({ question, analysis: [{ type: 'paragraph', content: [{ type: 'text', text: this.written }] }] });
    const frozen = freezeRecord(freezeInput({ draft: { texts: { en: texts }, fields: { rating: 'not-accurate' } } }));
    if (unmet.length > 0 || !frozen.ok || this.last?.state === 'signing') return;
    const authors = [...this.authors].map(([personId, characters]) => ({ personId, characters }));
    this.revisions.push({
      state: 'signing',
      sha256: frozen.value.sha256,
      charterSha256: digestOf('charter'),
      facts,
      proposedBy: person,
      party: partyOf[person] ?? '',
      authors,
      signOffs: [],
    });
  }

  /** `named` is the digest on the signer's page: of the revision before the last, when the page is stale. */
  sign(person: string, decision: Decision, named: string): void {
    const revision = this.last;
    if (revision === undefined) return;
    const { sha256, charterSha256, signOffs } = revision;
    const unmet = checkSigning(
      {
        signer: { personId: person, partyId: partyOf[person] ?? '', party: '' },
        confirmedMsAgo: 0,
        declaredMsAgo: 0,
        conflict: 'none',
        proposedBy: revision.proposedBy,
        authors: revision.authors,
        revision,
        named: { sha256: named, charterSha256 },
        earlier: signOffs,
        decision,
        reason: 'The second source speaks of an agenda and of no ceasefire.',
        cites: 'E2',
        citable: ['E1', 'E2'],
      },
      defaultParameters,
    ).filter(({ met }) => !met);
    if (unmet.length > 0) return;
    signOffs.push({ personId: person, partyId: partyOf[person] ?? '', decision, sha256, charterSha256 });
    const next = afterSignOff({
      parties: revision.facts.parties,
      signOffs,
      revision,
      signersPerParty: defaultParameters.signersPerParty,
    });
    if (next === 'return') this.move(revision, 'return');
    if (next === 'publish') this.publish();
  }

  withdraw(): void {
    if (this.last !== undefined) this.move(this.last, 'withdraw');
  }

  /** Anybody may try at any time: the rules have to refuse. */
  publish(): void {
    const revision = this.last;
    if (revision === undefined) return;
    const { facts: record, signOffs } = revision;
    if (
      checkPublication({ record, consent: consentFacts(), revision, signOffs, audience: 'everybody' }, defaultParameters).every(
        ({ met }) => met,
      )
    )
      this.move(revision, 'publish');
  }

  private move(revision: Revision, move: RevisionMove): void {
    const next = moveRevision(revision.state, move);
    if (next.ok) revision.state = next.value;
  }
}
