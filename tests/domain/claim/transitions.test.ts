import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClaimMove,
  type ClaimState,
  claimMoves,
  moveClaim,
  moveRevision,
  type RevisionMove,
  revisionMoves,
  revisionStates,
  wayBack,
} from '@/domain/claim/transitions';

const claimStates: ClaimState[] = ['submitted', 'open', 'closed'];
const claimVerbs: ClaimMove[] = ['open', 'close', 'reopen', 'resubmit'];
const revisionVerbs: RevisionMove[] = [
  'cool',
  'publish',
  'reopen-signing',
  'return',
  'withdraw',
  'expire',
  'supersede',
  'retract',
];

/** The tables of the specification, written out again: a change of one must be a change of both. */
const claimLife = [
  'submitted open open',
  'submitted close closed',
  'open close closed',
  'closed reopen open',
  'closed resubmit submitted',
];
const revisionLife = [
  'signing cool cooling-off',
  'signing publish published',
  'signing return withdrawn',
  'signing withdraw withdrawn',
  'signing expire expired',
  'cooling-off publish published',
  'cooling-off reopen-signing signing',
  'cooling-off withdraw withdrawn',
  'published supersede superseded',
  'published retract retracted',
];

describe('a claim', () => {
  for (const from of claimStates) {
    for (const move of claimVerbs) {
      const to = claimLife.find((line) => line.startsWith(`${from} ${move} `))?.split(' ')[2];
      it(`[L1] ${to === undefined ? `refuses to ${move} when ${from}` : `is ${to} after ${move} when ${from}`}`, () => {
        expect(moveClaim(from, move)).toEqual(
          to === undefined ? { ok: false, refusal: { code: 'illegal-move', from, move } } : { ok: true, value: to },
        );
      });
    }
  }

  it('[L1] never leaves the table, whatever the moves', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...claimStates),
        fc.array(fc.constantFrom(...claimVerbs), { maxLength: 12 }),
        (start, moves) => {
          const path = walk(start, moves, moveClaim);
          expect(path.every((state) => state in claimMoves)).toBe(true);
          path.slice(1).forEach((state, i) => {
            const lines = moves.slice(i, i + 1).map((move) => `${path[i]} ${move} ${state}`);
            if (state !== path[i]) expect(claimLife).toEqual(expect.arrayContaining(lines));
          });
        },
      ),
    );
  });
});

describe('a claim that is closed and comes back', () => {
  type Step = 'open' | 'close' | 'come back';
  const steps = fc.array(fc.constantFrom<Step>('open', 'close', 'come back'), { maxLength: 20 });

  it('[L12] is where it was, however often: in triage until it is opened, and never there again afterwards', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let state: ClaimState = 'submitted';
        let before: ClaimState = state;
        for (const step of all) {
          const wasOpened = before === 'open' || state === 'open';
          const moved = moveClaim(state, step === 'come back' ? wayBack({ wasOpened }) : step);
          if (step === 'come back') expect(moved.ok).toBe(state === 'closed');
          if (!moved.ok) continue;
          if (step === 'come back') expect(moved.value).toBe(before);
          if (step === 'close') before = state;
          state = moved.value;
        }
      }),
    );
  });

  it('[L11] is closed for ever by nobody', () => {
    for (const wasOpened of [true, false]) expect(moveClaim('closed', wayBack({ wasOpened })).ok).toBe(true);
  });
});

describe('a revision', () => {
  for (const from of revisionStates) {
    for (const move of revisionVerbs) {
      const to = revisionLife.find((line) => line.startsWith(`${from} ${move} `))?.split(' ')[2];
      it(`[L2] ${to === undefined ? `refuses to ${move} when ${from}` : `is ${to} after ${move} when ${from}`}`, () => {
        expect(moveRevision(from, move)).toEqual(
          to === undefined ? { ok: false, refusal: { code: 'illegal-move', from, move } } : { ok: true, value: to },
        );
      });
    }
  }

  it('[L2] never leaves the table, and once published never returns to signing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...revisionStates),
        fc.array(fc.constantFrom(...revisionVerbs), { maxLength: 20 }),
        (start, moves) => {
          const path = walk(start, moves, moveRevision);
          expect(path.every((state) => state in revisionMoves)).toBe(true);
          const published = path.indexOf('published');
          if (published >= 0)
            expect(path.slice(published).every((state) => ['published', 'superseded', 'retracted'].includes(state))).toBe(true);
          if (start !== 'signing' && start !== 'cooling-off') expect(path).not.toContain('signing');
        },
      ),
    );
  });

  it.each(['superseded', 'retracted', 'withdrawn', 'expired'] as const)('[L2] stays %s for ever', (state) => {
    expect(revisionMoves[state]).toEqual({});
  });
});

type Move<S, M> = (from: S, move: M) => { ok: true; value: S } | { ok: false };

/** Every state on the way; a refused move stays where it was. */
function walk<S, M>(start: S, moves: M[], step: Move<S, M>): S[] {
  const path = [start];
  let state = start;
  for (const move of moves) {
    const next = step(state, move);
    if (next.ok) state = next.value;
    path.push(state);
  }
  return path;
}
