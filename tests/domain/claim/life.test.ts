import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '@/domain/charter/facts';
import { digestOf } from '@/domain/record/canonical';
import { north, source, south } from '../build';
import { Life, partyOf, type Revision } from './life';

/** What everybody saw happen, told without any of the rules: the judge of what the rules let through. */
type Witness = {
  proposals: {
    by: string;
    wrote: Map<string, number>;
    sources: number;
    accepted: string[];
    said: { person: string; decision: Decision; stale: boolean }[];
  }[];
  wrote: Map<string, number>;
  sources: number;
  accepted: Set<string>;
  seen: number;
};
type Move = fc.Command<Witness, Life>;

const people = Object.keys(partyOf);

/** A move that anybody may try at any time; after each, whatever is newly published is judged. */
function move(name: string, act: (life: Life) => void, tell: (witness: Witness, life: Life) => void = () => {}): Move {
  return {
    check: () => true,
    run: (witness, life) => {
      const before = life.revisions.length;
      const states = life.revisions.map(({ state }) => state);
      tell(witness, life);
      act(life);
      if (life.revisions.length > before)
        witness.proposals.push({
          by: life.last?.proposedBy ?? '',
          wrote: new Map(witness.wrote),
          sources: witness.sources,
          accepted: [...witness.accepted],
          said: [],
        });
      life.revisions.forEach((revision, i) => {
        if (states[i] === 'published') expect(revision.state).toBe('published');
        if (revision.state === 'published' && states[i] !== 'published') judge(revision, witness.proposals[i], witness);
      });
    },
    toString: () => name,
  };
}

/** The charter in plain words: two sources, the question accepted by both, and of each party somebody who read these bytes, approved, and neither proposed nor wrote them. */
function judge(revision: Revision, proposal: Witness['proposals'][number] | undefined, witness: Witness): void {
  witness.seen += 1;
  if (proposal === undefined) throw new Error('Published without a proposal.');
  expect(proposal.sources).toBeGreaterThanOrEqual(2);
  expect(proposal.accepted).toEqual(expect.arrayContaining([north.id, south.id]));
  const total = [...proposal.wrote.values()].reduce((sum, characters) => sum + characters, 0);
  const ownWork = (person: string) => person === proposal.by || (proposal.wrote.get(person) ?? 0) * 100 > total * 10;
  const valid = proposal.said.filter(({ person, stale }) => !stale && !ownWork(person));
  for (const party of [north.id, south.id]) {
    expect(valid.some(({ person, decision }) => partyOf[person] === party && decision.startsWith('approve'))).toBe(true);
  }
  const first = (person: string) => valid.find((one) => one.person === person)?.decision;
  expect(people.filter((person) => partyOf[person] !== 'mission' && first(person) === 'dissent')).toEqual([]);
  expect(revision.signOffs.every(({ sha256 }) => sha256 === revision.sha256)).toBe(true);
}

const person = fc.constantFrom(...people);
const decision = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Decision>('approve') },
  { weight: 3, arbitrary: fc.constantFrom<Decision>('approve-with-statement', 'dissent', 'abstain') },
);
const sign = fc.tuple(person, decision, fc.constantFrom(false, false, false, true)).map(([who, how, stale]) =>
  move(
    `${who}: ${how}${stale ? ' of other bytes' : ''}`,
    (life) => life.sign(who, how, stale ? (life.revisions.at(-2)?.sha256 ?? digestOf('stale')) : (life.last?.sha256 ?? '')),
    (witness, life) => {
      const stands = !stale || life.revisions.at(-2)?.sha256 === life.last?.sha256;
      witness.proposals.at(-1)?.said.push({ person: who, decision: how, stale: !stands });
    },
  ),
);
const propose = person.map((who) => move(`${who} proposes`, (life) => life.propose(who)));
const accept = fc.constantFrom(north.id, south.id, 'mission').map((party) =>
  move(
    `${party} accepts the question`,
    (life) => life.accept(party),
    (witness) => void witness.accepted.add(party),
  ),
);
const write = person.map((who) =>
  move(
    `${who} writes`,
    (life) => life.write(who, 150),
    (witness) => void witness.wrote.set(who, (witness.wrote.get(who) ?? 0) + 150),
  ),
);
const others = [
  move('anybody publishes', (life) => life.publish()),
  move('the proposing party withdraws', (life) => life.withdraw()),
  move(
    'the question changes',
    (life) => life.ask(`${life.question}?`),
    (witness) => witness.accepted.clear(),
  ),
  move(
    'a source goes',
    (life) => void life.sources.pop(),
    (witness) => {
      witness.sources = Math.max(0, witness.sources - 1);
    },
  ),
  move(
    'a source comes',
    (life) =>
      void life.sources.push(
        source(life.sources.length + 1, { stance: life.sources.length % 2 === 0 ? 'supports' : 'undermines' }),
      ),
    (witness) => {
      witness.sources += 1;
    },
  ),
];

/** Signing comes up most, so that many lives get as far as a publication. */
const common = [...Array.from({ length: 14 }, () => sign), ...Array.from({ length: 4 }, () => propose)];
const moves: fc.Arbitrary<Move>[] = [...common, accept, accept, write, ...others.map((one) => fc.constant(one))];

function begin(): { model: Witness; real: Life } {
  const real = new Life();
  for (const party of [north.id, south.id]) real.accept(party);
  return {
    model: {
      proposals: [],
      wrote: new Map(real.authors),
      sources: real.sources.length,
      accepted: new Set([north.id, south.id]),
      seen: 0,
    },
    real,
  };
}

describe('the life of a claim', () => {
  it('[L9] reaches no publication that the charter forbids, in whatever order people move', () => {
    let published = 0;
    fc.assert(
      fc.property(fc.commands(moves, { maxCommands: 40, size: 'max' }), (all) => {
        const start = begin();
        fc.modelRun(() => start, all);
        published += start.model.seen;
      }),
      { numRuns: 400 },
    );
    // The judge has judged: a test in which nothing is ever published would say nothing.
    expect(published).toBeGreaterThan(20);
  });

  it('[L9] reaches publication when every party has approved the same bytes', () => {
    const { real } = begin();
    real.propose('nour');
    real.sign('nadia', 'approve', real.last?.sha256 ?? '');
    expect(real.last?.state).toBe('signing');
    real.sign('sami', 'approve', real.last?.sha256 ?? '');
    expect(real.last?.state).toBe('published');
  });

  it('[L3] returns to work after a dissent, and the reason stays with the revision', () => {
    const { real } = begin();
    real.propose('nour');
    real.sign('sami', 'dissent', real.last?.sha256 ?? '');
    real.sign('nadia', 'approve', real.last?.sha256 ?? '');
    real.sign('selma', 'approve', real.last?.sha256 ?? '');
    real.publish();
    expect(real.last).toMatchObject({ state: 'withdrawn', signOffs: [{ personId: 'sami', decision: 'dissent' }, {}, {}] });
  });

  it('[C20] does not count the proposer, so that the other moderator has to sign', () => {
    const { real } = begin();
    real.propose('nadia');
    for (const who of ['nadia', 'sami']) real.sign(who, 'approve', real.last?.sha256 ?? '');
    expect(real.last?.state).toBe('signing');
    real.sign('nour', 'approve', real.last?.sha256 ?? '');
    expect(real.last?.state).toBe('published');
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
    expect(real.last).toMatchObject({ state: 'signing', signOffs: [] });
  });
});
