import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, timelineOf } from '@/domain/record/timeline';

const none = new Set<number>();

/** `a0 b1` is an edit of a in minute 0 and one of b in minute 1. */
function edits(text: string): Edit[] {
  return text.split(' ').map((word, index) => ({
    seq: index + 1,
    personId: word.slice(0, 1),
    partyId: 'north',
    at: new Date(Date.UTC(2026, 0, 1, 9, Number(word.slice(1)))),
  }));
}
const ends = (text: string, marks: ReadonlySet<number> = none) => timelineOf(edits(text), marks).map(({ seq }) => seq);

describe('the timeline of a record', () => {
  it('[P45] has a version for every ten minutes by the clock in which somebody edited', () => {
    expect(ends('a0 a3 a9 a10 a19 a40')).toEqual([3, 5, 6]);
  });

  it('[P45] has one just before a person begins who was not there, and none for those who go on together', () => {
    expect(ends('a0 a1 b2 a3 b4 a11 b12 a13')).toEqual([2, 5, 8]);
    expect(ends('a0 a1 a11 b12')).toEqual([2, 3, 4]);
    expect(ends('a0 b1 a31 b32')).toEqual([1, 2, 3, 4]);
  });

  it('[P45] takes one person who changes parties for two', () => {
    const [first, second] = edits('a0 a1');
    if (first === undefined || second === undefined) throw new Error('Two edits make two.');
    expect(timelineOf([first, { ...second, partyId: 'south' }], none)).toHaveLength(2);
  });

  it('[P45] ends one at each mark', () => {
    expect(ends('a0 a1 a2 a3', new Set([1, 3, 99]))).toEqual([1, 3, 4]);
  });

  it('[P45] says who made how many of the edits of a version, the busiest first', () => {
    expect(timelineOf(edits('a0 b1 b2 a11 b12 b13'), new Set()).at(-1)).toEqual({
      seq: 6,
      from: 4,
      at: new Date('2026-01-01T09:13:00Z'),
      authors: [
        { personId: 'b', partyId: 'north', edits: 2 },
        { personId: 'a', partyId: 'north', edits: 1 },
      ],
    });
  });

  it('[P45] holds every edit once, in order', () => {
    const minutes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat({ max: 59 })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(minutes, fc.array(fc.integer({ min: 1, max: 60 })), (words, marks) => {
        const all = edits(words.map(([who, minute]) => `${who}${minute}`).join(' '));
        const versions = timelineOf(all, new Set(marks));
        const covered = versions.flatMap(({ from, seq }) =>
          Array.from({ length: seq - from + 1 }, (_unused, index) => from + index),
        );
        expect(covered).toEqual(all.map(({ seq }) => seq));
      }),
    );
  });
});
