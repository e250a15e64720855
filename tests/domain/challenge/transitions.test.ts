import { describe, expect, it } from 'vitest';
import { type ChallengeMove, type ChallengeState, challengeMoves, isOpen, moveChallenge } from '@/domain/challenge/transitions';

const states: ChallengeState[] = ['received', 'acknowledged', 'accepted', 'declined', 'withdrawn'];
const moves: ChallengeMove[] = ['acknowledge', 'accept', 'decline', 'withdraw'];

/** The table of the specification, written out again: a change of one must be a change of both. */
const life = [
  'received acknowledge acknowledged',
  'received withdraw withdrawn',
  'acknowledged accept accepted',
  'acknowledged decline declined',
  'acknowledged withdraw withdrawn',
];

describe('a challenge', () => {
  for (const from of states)
    for (const move of moves) {
      const to = life.find((line) => line.startsWith(`${from} ${move} `))?.split(' ')[2];
      it(`[CH1] ${to === undefined ? `is not moved by ${move}` : `becomes ${to} by ${move}`} when it is ${from}`, () => {
        expect(moveChallenge(from, move)).toEqual(
          to === undefined ? { ok: false, refusal: { code: 'challenge-not-open', state: from } } : { ok: true, value: to },
        );
      });
    }

  it('[CH1] is open exactly while the table has a move for it', () => {
    expect(states.filter(isOpen)).toEqual(['received', 'acknowledged']);
    expect(Object.keys(challengeMoves)).toEqual(states);
  });
});
