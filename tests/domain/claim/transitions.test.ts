import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClaimMove,
  type ClaimState,
  claimMoves,
  moveClaim,
  moveRevision,
  type RevisionMove,
  type RevisionState,
  revisionMoves,
} from '@/domain/claim/transitions';

const claimStates: ClaimState[] = ['submitted', 'open', 'closed'];
const claimVerbs: ClaimMove[] = ['open', 'close'];
const revisionStates: RevisionState[] = ['signing', 'cooling-off', 'published', 'superseded', 'withdrawn', 'expired'];
const revisionVerbs: RevisionMove[] = ['publish', 'return', 'withdraw', 'supersede'];

/** The tables of the specification, written out again: a change of one must be a change of both. */
const claimLife = ['submitted open open', 'submitted close closed', 'open close closed'];
const revisionLife = [
  'signing publish published',
  'signing return withdrawn',
  'signing withdraw withdrawn',
  'cooling-off publish published',
  'cooling-off withdraw withdrawn',
  'published supersede superseded',
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
          expect(path.slice(path.indexOf('closed')).every((state) => state === 'closed') || !path.includes('closed')).toBe(true);
          expect(path.slice(1).includes('submitted') && start !== 'submitted').toBe(false);
        },
      ),
    );
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
            expect(path.slice(published).every((state) => state === 'published' || state === 'superseded')).toBe(true);
          if (start !== 'signing') expect(path).not.toContain('signing');
        },
      ),
    );
  });

  it.each(['superseded', 'withdrawn', 'expired'] as const)('[L2] stays %s for ever', (state) => {
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
