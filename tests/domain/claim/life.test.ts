import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, decisions } from '@/domain/charter/facts';
import type { Outcome } from '@/domain/claim/outcomes';
import { digestOf } from '@/domain/record/canonical';
import { replay } from '@/tests/support/replay';
import { north, source, south } from '../build';
import { Life, partyOf, type Revision } from './life';

type Said = { person: string; decision: Decision; at: Date; takenBackAt: Date | undefined };
/** What everybody saw happen, told without any of the rules: the judge of what the rules let through. */
type Witness = {
  proposals: {
    by: string;
    at: Date;
    wrote: Map<string, number>;
    sources: number;
    accepted: string[];
    said: Said[];
    holds: number;
  }[];
  wrote: Map<string, number>;
  sources: number;
  accepted: Set<string>;
  seen: Record<Outcome, number>;
};
type Move = fc.Command<Witness, Life>;

const people = Object.keys(partyOf);
const hour = 3_600_000;
const final = ['published', 'superseded', 'withdrawn', 'expired'];

/** A move that anybody may try at any time; after each, whatever is newly published is judged and the history is told again. */
function move(name: string, act: (life: Life, witness: Witness) => void): Move {
  return {
    check: () => true,
    run: (witness, life) => {
      const states = life.revisions.map(({ state }) => state);
      const told = life.history.length;
      act(life, witness);
      for (const revision of life.revisions.slice(witness.proposals.length))
        witness.proposals.push({
          by: revision.proposedBy,
          at: life.now,
          wrote: new Map(witness.wrote),
          sources: witness.sources,
          accepted: [...witness.accepted],
          said: [],
          holds: 0,
        });
      life.revisions.forEach((revision, i) => {
        const was = states[i] ?? 'signing';
        if (final.includes(was) && was !== 'published') expect(revision.state).toBe(was);
        if (was === 'published') expect(['published', 'superseded']).toContain(revision.state);
        if (revision.state === 'published' && was !== 'published')
          judge(revision, witness.proposals[i], { witness, maxRounds: life.parameters.maxRounds });
      });
      expect(life.revisions.filter(({ state }) => state === 'signing' || state === 'cooling-off').length).toBeLessThanOrEqual(1);
      // A move after which nothing was told left all as it was.
      if (life.history.length > told) expectSameHistory(life);
      else expect(life.revisions.map(({ state }) => state)).toEqual(states);
    },
    toString: () => name,
  };
}

/** Whoever has only the events knows what became of each revision, and what the public reads. */
function expectSameHistory({ history, revisions }: Life): void {
  const { revisions: told, verdict } = replay(history);
  expect(told).toEqual(Object.fromEntries(revisions.map(({ id, number, state }) => [id, { number, state }])));
  const published = revisions.find(({ state }) => state === 'published');
  expect(verdict).toEqual(published && { revision: published.id, outcome: published.outcome });
}

/**
 * The charter in plain words. Two sources, the question accepted by both; nobody counts who proposed or wrote the text, who read other bytes, or who took it back;
 * what is called joint has somebody of each party and no dissent; a deadlock has had all its time; and everything has cooled off since the last word.
 */
function judge(
  revision: Revision,
  proposal: Witness['proposals'][number] | undefined,
  { witness, maxRounds }: { witness: Witness; maxRounds: number },
): void {
  const { outcome } = revision;
  if (proposal === undefined || revision.publishedAt === undefined || outcome === null)
    throw new Error('Published without a proposal.');
  witness.seen[outcome] += 1;
  expect(proposal.sources).toBeGreaterThanOrEqual(2);
  expect(proposal.accepted).toEqual(expect.arrayContaining([north.id, south.id]));
  const valid = proposal.said.filter(({ takenBackAt }) => takenBackAt === undefined);
  const total = [...proposal.wrote.values()].reduce((sum, characters) => sum + characters, 0);
  for (const { person } of valid) {
    expect(person).not.toBe(proposal.by);
    expect((proposal.wrote.get(person) ?? 0) * 100).toBeLessThanOrEqual(total * 10);
  }
  const of = (party: string) => valid.filter(({ person }) => partyOf[person] === party).map(({ decision }) => decision);
  const approving = [north.id, south.id].filter((party) => of(party).some((decision) => decision.startsWith('approve')));
  const refusing = [north.id, south.id].filter((party) => of(party).some((one) => one === 'dissent' || one === 'object'));
  const waited = (revision.publishedAt.getTime() - proposal.at.getTime()) / hour;
  const words = proposal.said.flatMap(({ at, takenBackAt }) => [at, takenBackAt ?? at].map((moment) => moment.getTime()));
  const cooled = (revision.publishedAt.getTime() - Math.max(proposal.at.getTime(), ...words)) / hour;
  expect(cooled).toBeGreaterThanOrEqual(24);
  const judgements: Record<Outcome, () => void> = {
    joint: () => expect([approving.length, refusing.length]).toEqual([2, 0]),
    'with-dissent': () => expect([approving.length, refusing.length > 0]).toEqual([2, true]),
    split: () => {
      expect([approving.length < 2, new Set([...approving, ...refusing]).size]).toEqual([true, 2]);
      expect(waited).toBeGreaterThanOrEqual(96 + 24);
    },
    'no-joint-finding': () => {
      expect(new Set([...approving, ...refusing]).size).toBeLessThan(2);
      expect(valid.length).toBeGreaterThan(0);
      // Where each party had spoken in the last round, the mediation began then; one of them has taken its word back since.
      expect(waited).toBeGreaterThanOrEqual((revision.round === maxRounds ? 0 : 168) + 96 + 24);
    },
  };
  judgements[outcome]();
}

const person = fc.constantFrom(...people);
const decision = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Decision>('approve') },
  { weight: 4, arbitrary: fc.constantFrom<Decision>(...decisions) },
  { weight: 2, arbitrary: fc.constant<Decision>('dissent') },
);
const signing = (who: string, how: Decision, stale = false) =>
  move(`${who}: ${how}${stale ? ' of other bytes' : ''}`, (life, witness) => {
    const named = stale ? (life.revisions.at(-2)?.sha256 ?? digestOf('stale')) : (life.last?.sha256 ?? '');
    const proposal = witness.proposals.at(-1);
    const word = { person: who, decision: how, at: life.now, takenBackAt: undefined };
    // Told before it is judged: the last approval may publish.
    proposal?.said.push(word);
    if (!life.sign(who, how, named)) proposal?.said.pop();
    else expect(named).toBe(life.last?.sha256);
  });
const sign = fc.tuple(person, decision, fc.constantFrom(false, false, false, false, true)).map((said) => signing(...said));
const takeBack = person.map((who) =>
  move(`${who} takes it back`, (life, witness) => {
    const own = witness.proposals.at(-1)?.said.find((one) => one.person === who && one.takenBackAt === undefined);
    if (own !== undefined) own.takenBackAt = life.now;
    if (!life.takeBack(who) && own !== undefined) own.takenBackAt = undefined;
  }),
);
const proposing = (who: string) => move(`${who} proposes`, (life) => life.propose(who));
const propose = person.map(proposing);
const accept = fc.constantFrom(north.id, south.id, 'mission').map((party) =>
  move(`${party} accepts the question`, (life, witness) => {
    life.accept(party);
    witness.accepted.add(party);
  }),
);
const write = person.map((who) =>
  move(`${who} writes`, (life, witness) => {
    life.write(who, 150);
    witness.wrote.set(who, (witness.wrote.get(who) ?? 0) + 150);
  }),
);
const waiting = (hours: number, wakes = true) =>
  move(`${hours} hours pass${wakes ? '' : ', unseen'}`, (life) => {
    life.wait(hours);
    if (wakes) life.settle();
  });
const wait = fc.tuple(fc.constantFrom(1, 24, 48, 100, 170), fc.boolean()).map((passed) => waiting(...passed));
const hold = fc.constantFrom(north.id, south.id).map((party) => move(`${party} holds it up`, (life) => void life.hold(party)));
const publish = fc
  .constantFrom<Outcome>('joint', 'with-dissent', 'split', 'no-joint-finding')
  .map((outcome) => move(`anybody publishes it as ${outcome}`, (life) => void life.publish(outcome)));
const others = [
  move('the proposing party withdraws', (life) => life.withdraw()),
  move('the question changes', (life, witness) => {
    life.ask(`${life.question}?`);
    witness.accepted.clear();
  }),
  move('a source goes', (life, witness) => {
    life.sources.pop();
    witness.sources = Math.max(0, witness.sources - 1);
  }),
  move('a source comes', (life, witness) => {
    life.sources.push(source(life.sources.length + 1, { stance: life.sources.length % 2 === 0 ? 'supports' : 'undermines' }));
    witness.sources += 1;
  }),
];

/** Signing and waiting come up most, so that many lives get as far as a publication. */
const often = (move: fc.Arbitrary<Move>, times: number) => Array.from({ length: times }, () => move);
const moves: fc.Arbitrary<Move>[] = [
  ...often(sign, 14),
  ...often(propose, 5),
  ...often(wait, 9),
  ...often(takeBack, 2),
  ...[hold, publish, accept, accept, write],
  ...others.map((one) => fc.constant(one)),
];

/** Some lives begin where a deadlock or a dissent within a party is near, since chance alone seldom gets there; each goes on until every clock has run out. */
const beginnings = fc.constantFrom<Move[]>(
  [],
  [],
  [proposing('nour'), signing('nadia', 'approve'), signing('sami', 'dissent')],
  [proposing('nour'), signing('selma', 'dissent'), signing('sami', 'approve'), signing('nadia', 'approve')],
);
const end = [170, 170, 170].map((hours) => waiting(hours));

function begin(maxRounds = 3): { model: Witness; real: Life } {
  const real = new Life({ maxRounds });
  for (const party of [north.id, south.id]) real.accept(party);
  return {
    model: {
      proposals: [],
      wrote: new Map(real.authors),
      sources: real.sources.length,
      accepted: new Set([north.id, south.id]),
      seen: { joint: 0, 'with-dissent': 0, split: 0, 'no-joint-finding': 0 },
    },
    real,
  };
}

/** A claim whose last revision waits for signatures in a round: the rounds before end by a dissent of the Southern desk. */
function inRound(round: number): Life {
  const { real } = begin();
  for (let n = 1; n <= round; n += 1) {
    real.write('checker', 10);
    real.propose('nour');
    if (n < round) real.sign('sami', 'dissent', real.last?.sha256 ?? '');
  }
  return real;
}
const say = (life: Life, who: string, how: Decision) => life.sign(who, how, life.last?.sha256 ?? '');

describe('the life of a claim', () => {
  it('[L9] [L21] [C27] reaches no publication that the charter forbids, in whatever order people move and time passes', () => {
    const seen = { joint: 0, 'with-dissent': 0, split: 0, 'no-joint-finding': 0 };
    fc.assert(
      fc.property(
        beginnings,
        fc.commands(moves, { maxCommands: 30, size: 'max' }),
        fc.constantFrom(1, 1, 3),
        (first, all, rounds) => {
          const start = begin(rounds);
          fc.modelRun(() => start, [...first, ...all, ...end]);
          for (const [outcome, times] of Object.entries(start.model.seen)) seen[outcome as Outcome] += times;
        },
      ),
      { numRuns: 300 },
    );
    // The judge has judged: a test in which one of these is never published would say nothing of it.
    for (const [outcome, times] of Object.entries(seen)) expect(times, outcome).toBeGreaterThan(0);
  });

  it('[L9] [C29] is published when every party has approved the same bytes and the cooling-off is over', () => {
    const life = inRound(1);
    say(life, 'nadia', 'approve');
    say(life, 'sami', 'approve');
    expect(life.last).toMatchObject({ state: 'cooling-off', outcome: 'joint' });
    life.wait(23.9);
    life.settle();
    expect(life.last?.state).toBe('cooling-off');
    life.wait(0.1);
    life.settle();
    expect(life.last).toMatchObject({ state: 'published', outcome: 'joint' });
  });

  it('[L3] [C27] returns to work after a dissent in each round but the last, where the dissent stands', () => {
    const life = inRound(1);
    say(life, 'sami', 'dissent');
    expect(life.last?.state).toBe('withdrawn');
    const last = inRound(3);
    say(last, 'sami', 'dissent');
    expect(last.last).toMatchObject({ state: 'signing', round: 3 });
  });

  it('[C27] publishes a split in the last round once each party has spoken, the mediation is over, and it has cooled off', () => {
    const life = inRound(3);
    say(life, 'sami', 'dissent');
    say(life, 'nadia', 'approve');
    expect(life.last?.state).toBe('signing');
    life.wait(96);
    life.settle();
    expect(life.last).toMatchObject({ state: 'cooling-off', outcome: 'split' });
    life.wait(24);
    life.settle();
    expect(life.last).toMatchObject({ state: 'published', outcome: 'split' });
  });

  it('[C27] publishes as joint what the mediation has brought together', () => {
    const life = inRound(3);
    say(life, 'sami', 'dissent');
    say(life, 'nadia', 'approve');
    life.wait(50);
    life.takeBack('sami');
    say(life, 'sami', 'approve');
    expect(life.last).toMatchObject({ state: 'cooling-off', outcome: 'joint' });
  });

  it('[C25] [C27] counts nobody’s silence: one party alone is no joint finding, and nobody at all is nothing', () => {
    const life = inRound(1);
    say(life, 'nadia', 'approve');
    life.wait(168 + 96);
    life.settle();
    expect(life.last).toMatchObject({ state: 'cooling-off', outcome: 'no-joint-finding' });
    const silent = inRound(1);
    silent.wait(1000);
    silent.settle();
    expect(silent.last).toMatchObject({ state: 'expired', outcome: null });
  });

  it('[C25] an objection holds the clock once for its party, keeps a unanimous approval back, and is a dissent at the deadline', () => {
    const life = inRound(1);
    say(life, 'sami', 'object');
    for (const who of ['nadia', 'selma']) say(life, who, 'approve');
    expect(life.last?.state).toBe('signing');
    const deadline = life.last?.clock.signingEndsAt;
    life.takeBack('sami');
    expect(life.last).toMatchObject({ state: 'cooling-off', outcome: 'joint' });
    life.takeBack('nadia');
    say(life, 'sami', 'object');
    expect(life.last?.clock.signingEndsAt).toEqual(deadline);
    say(life, 'nadia', 'approve');
    life.wait(168 + 48);
    life.settle();
    expect(life.last).toMatchObject({ state: 'cooling-off', outcome: 'with-dissent' });
  });

  it('[L20] lets another revision take its place while the mediation lasts, but not in the last round', () => {
    const life = inRound(1);
    say(life, 'nadia', 'approve');
    life.write('checker', 10);
    life.propose('sami');
    expect(life.revisions).toHaveLength(1);
    life.wait(168);
    life.propose('sami');
    expect(life.revisions).toMatchObject([{ state: 'expired' }, { state: 'signing', round: 2 }]);
    const last = inRound(3);
    last.wait(168);
    last.propose('sami');
    expect(last.revisions).toHaveLength(3);
  });

  it('[C20] does not count the proposer, so that the other moderator has to sign', () => {
    const { real } = begin();
    real.propose('nadia');
    for (const who of ['nadia', 'sami']) say(real, who, 'approve');
    expect(real.last?.state).toBe('signing');
    say(real, 'nour', 'approve');
    expect(real.last?.state).toBe('cooling-off');
  });

  it('[C23] starts again with nothing signed when the words change', () => {
    const { real } = begin();
    real.propose('nour');
    const first = real.last?.sha256 ?? '';
    real.sign('nadia', 'approve', first);
    real.withdraw();
    real.write('checker', 10);
    real.propose('nour');
    expect(real.last?.sha256).not.toBe(first);
    real.sign('nadia', 'approve', first);
    real.sign('sami', 'approve', first);
    expect(real.last).toMatchObject({ state: 'signing', made: [] });
  });
});
