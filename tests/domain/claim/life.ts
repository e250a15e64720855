import { checkPublication } from '@/domain/charter/check-publication';
import { checkRecord } from '@/domain/charter/check-record';
import { checkSigning } from '@/domain/charter/check-signing';
import type { Decision, RecordFacts, SigningFacts, SignOffFacts } from '@/domain/charter/facts';
import { type CharterParameters, defaultParameters } from '@/domain/charter/parameters';
import { type DueStep, dueStep, type RevisionLife } from '@/domain/claim/due-step';
import { takingBack } from '@/domain/claim/forecast';
import type { Outcome } from '@/domain/claim/outcomes';
import {
  clockFrom,
  heldClock,
  hoursAfter,
  isLastRound,
  nextRound,
  phaseAt,
  type SigningClock,
} from '@/domain/claim/signing-clock';
import { moveRevision, type RevisionMove, type RevisionState } from '@/domain/claim/transitions';
import { digestOf, questionDigest } from '@/domain/record/canonical';
import { freezeRecord } from '@/domain/record/freeze';
import type { Told } from '@/tests/support/replay';
import { consentFacts, draftTexts, freezeInput, north, observer, recordFacts, source, south, statements } from '../build';

type Made = SignOffFacts & { at: Date; withdrawnAt: Date | undefined };

export type Revision = {
  id: string;
  number: number;
  state: RevisionState;
  round: number;
  clock: SigningClock;
  outcome: Outcome | null;
  outcomeAt: Date | null;
  releasesAt: Date | null;
  publishedAt: Date | undefined;
  frozenAt: Date;
  sha256: string;
  charterSha256: string;
  facts: RecordFacts;
  proposedBy: string;
  party: string;
  authors: SigningFacts['authors'];
  made: Made[];
  holds: string[];
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
  now = new Date('2026-01-20T12:00:00Z');
  history: Told[] = [];
  revisions: Revision[] = [];
  written = 'The text names no ceasefire.';
  authors = new Map([['checker', 1000]]);
  question = 'Did the talks bring a ceasefire?';
  acceptances: RecordFacts['acceptances'] = [];
  sources = [source(1), source(2, { stance: 'undermines' })];
  readonly parameters;

  constructor(changed: Partial<CharterParameters> = {}) {
    this.parameters = { ...defaultParameters, ...changed };
  }

  get last(): Revision | undefined {
    return this.revisions.at(-1);
  }

  wait(hours: number): void {
    this.now = hoursAfter(this.now, hours);
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
    const { question, acceptances, sources, last } = this;
    const facts = recordFacts({
      question,
      questionSha256: questionDigest(question),
      acceptances: [...acceptances],
      sources: [...sources],
    });
    const unmet = checkRecord('propose', facts, this.parameters).filter(({ met }) => !met);
    const texts = draftTexts({ question, analysis: [{ type: 'paragraph', content: [{ type: 'text', text: this.written }] }] });
    const frozen = freezeRecord(freezeInput({ draft: { texts: { en: texts }, fields: { rating: 'not-accurate' } } }));
    if (unmet.length > 0 || !frozen.ok || last?.state === 'cooling-off') return;
    if (last?.state === 'signing') {
      if (phaseAt(last.clock, this.now) !== 'mediation' || isLastRound(last.round, this.parameters)) return;
      this.move(last, 'expire', 'revision.expired');
    }
    const number = this.revisions.length + 1;
    const revision: Revision = {
      id: `revision-${number}`,
      number,
      state: 'signing',
      round: nextRound(last && { round: last.round, wasPublished: last.publishedAt !== undefined }, this.parameters),
      clock: clockFrom(this.now, this.parameters),
      outcome: null,
      outcomeAt: null,
      releasesAt: null,
      publishedAt: undefined,
      frozenAt: this.now,
      sha256: frozen.value.sha256,
      charterSha256: digestOf('charter'),
      facts,
      proposedBy: person,
      party: partyOf[person] ?? '',
      authors: [...this.authors].map(([personId, characters]) => ({ personId, characters })),
      made: [],
      holds: [],
    };
    this.revisions.push(revision);
    this.tell(revision, 'revision.proposed');
  }

  /** `named` is the digest on the signer's page: of the revision before the last, when the page is stale. */
  sign(person: string, decision: Decision, named: string): boolean {
    const revision = this.last;
    if (revision?.state !== 'signing') return false;
    const { sha256, charterSha256 } = revision;
    const partyId = partyOf[person] ?? '';
    const unmet = checkSigning(
      {
        signer: { personId: person, partyId, party: '' },
        confirmedMsAgo: 0,
        declaredMsAgo: 0,
        conflict: 'none',
        proposedBy: revision.proposedBy,
        authors: revision.authors,
        corrected: undefined,
        revision,
        named: { sha256: named, charterSha256 },
        earlier: standing(revision),
        phase: phaseAt(revision.clock, this.now),
        decision,
        ground: decision === 'object' ? 'scope' : undefined,
        reason: 'The second source speaks of an agenda and of no ceasefire.',
        cites: 'E2',
        citable: ['E1', 'E2'],
      },
      this.parameters,
    ).filter(({ met }) => !met);
    if (unmet.length > 0) return false;
    const holds = decision === 'object' && !revision.made.some((one) => one.partyId === partyId && one.decision === 'object');
    revision.made.push({ personId: person, partyId, decision, sha256, charterSha256, at: this.now, withdrawnAt: undefined });
    if (holds) revision.clock = heldClock(revision.clock, this.parameters.objectionHours);
    this.settle();
    return true;
  }

  /** A signer takes their own word back (SPEC L19). */
  takeBack(person: string): boolean {
    const revision = this.last;
    const own = revision?.made.find((one) => one.personId === person && one.withdrawnAt === undefined);
    if (revision === undefined || own === undefined || !this.isUnpublished(revision)) return false;
    const left = takingBack(lifeOf(revision, this.parameters), own, this.now);
    own.withdrawnAt = this.now;
    if (left.state !== revision.state && this.move(revision, 'reopen-signing', 'revision.reopened'))
      Object.assign(revision, { outcome: null, outcomeAt: null, releasesAt: null });
    this.settle();
    return true;
  }

  /** A party pauses what is about to be published, once (C31). */
  hold(partyId: string): boolean {
    const revision = this.last;
    if (revision?.state !== 'cooling-off' || !this.isUnpublished(revision) || revision.holds.includes(partyId)) return false;
    revision.holds.push(partyId);
    revision.releasesAt = revision.releasesAt && hoursAfter(revision.releasesAt, this.parameters.safetyHoldHours);
    return true;
  }

  withdraw(): void {
    if (this.last !== undefined && this.isUnpublished(this.last)) this.move(this.last, 'withdraw', 'revision.withdrawn');
  }

  /** The clock looks at the revision, as late and as often as it likes. */
  settle(): void {
    for (let step = this.due(); step !== undefined; step = this.due()) if (!this.take(step)) return;
  }

  /** Anybody may try at any time: the rules have to refuse. */
  publish(outcome: Outcome): boolean {
    const revision = this.last;
    if (revision === undefined) return false;
    return this.publishAs(revision, outcome, revision.outcomeAt ?? this.now);
  }

  private due(): DueStep | undefined {
    return this.last && dueStep(lifeOf(this.last, this.parameters), this.now);
  }

  private take(step: DueStep): boolean {
    const revision = this.last;
    if (revision === undefined) return false;
    switch (step.move) {
      case 'return':
        return this.move(revision, 'return', 'revision.returned');
      case 'mediate':
        revision.clock = step.clock;
        return true;
      case 'cool':
        Object.assign(revision, { outcome: step.outcome, outcomeAt: step.at, releasesAt: step.releasesAt });
        return this.move(revision, 'cool', 'revision.cooling');
      case 'publish':
        return this.publishAs(revision, step.outcome, revision.outcomeAt ?? step.at);
      case 'expire':
        return this.move(revision, 'expire', 'revision.expired');
    }
  }

  private publishAs(revision: Revision, outcome: Outcome, outcomeAt: Date): boolean {
    const { facts: record, clock, releasesAt, holds } = revision;
    const findings = checkPublication(
      {
        record,
        consent: consentFacts(),
        revision,
        signOffs: standing(revision),
        outcome,
        phase: phaseAt(clock, outcomeAt),
        now: this.now,
        releasesAt,
        holds: holds.map((partyId) => ({ partyId, party: '', until: releasesAt ?? this.now })),
        statements: statements(this.now),
        audience: 'everybody',
      },
      this.parameters,
    );
    const before = this.revisions.find(({ state }) => state === 'published');
    if (!findings.every(({ met }) => met) || !moveRevision(revision.state, 'publish').ok) return false;
    if (before !== undefined) before.state = 'superseded';
    Object.assign(revision, { outcome, outcomeAt, publishedAt: this.now });
    return this.move(revision, 'publish', 'verdict.published');
  }

  private isUnpublished({ state, releasesAt }: Revision): boolean {
    return state === 'signing' || (state === 'cooling-off' && releasesAt !== null && this.now < releasesAt);
  }

  private move(revision: Revision, move: RevisionMove, told: string): boolean {
    const next = moveRevision(revision.state, move);
    if (!next.ok) return false;
    revision.state = next.value;
    this.tell(revision, told);
    return true;
  }

  private tell({ id, number, outcome }: Revision, type: string): void {
    this.history.push({ type, subjectId: id, facts: { number, outcome } });
  }
}

export function standing({ made }: Revision): Made[] {
  return made.filter(({ withdrawnAt }) => withdrawnAt === undefined);
}

function lifeOf(revision: Revision, parameters: RevisionLife['parameters']): RevisionLife {
  const moments = revision.made.flatMap(({ at, withdrawnAt }) => [at, withdrawnAt ?? at]);
  return {
    ...revision,
    parties: revision.facts.parties,
    signOffs: standing(revision),
    revision,
    parameters,
    changedAt: moments.reduce((last, moment) => (moment > last ? moment : last), revision.frozenAt),
  };
}
