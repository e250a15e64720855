import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '@/domain/charter/facts';
import { type ParityFacts, parityOf, positionKinds } from '@/domain/claim/parity';
import { north, south } from '../build';

const frozenAt = new Date('2026-03-02T12:00:00Z');
const after = (hours: number) => new Date(frozenAt.getTime() + hours * 3_600_000);
const revision = (change: Partial<ParityFacts['revisions'][number]> = {}): ParityFacts['revisions'][number] => ({
  ...{ proposedBy: north.id, frozenAt, isTimeOver: true, asked: [north.id, south.id], signOffs: [], holds: [] },
  ...change,
});
const claim = (change: Partial<ParityFacts['claims'][number]> = {}): ParityFacts['claims'][number] => ({
  ...{ broughtBy: north.id, outcome: undefined, isRetracted: false, isClosed: false, corrections: 0, retractions: 0 },
  ...change,
});
const said = (decision: Decision, hours: number, isWithdrawn = false) => ({
  partyId: south.id,
  decision,
  at: after(hours),
  isWithdrawn,
});
const figures = (facts: Partial<ParityFacts>) => parityOf({ parties: [north, south], claims: [], revisions: [], ...facts });

describe('the figures of the parties', () => {
  it('[C42] [Y1] [Y2] count what each brought, and what became of it', () => {
    const [ours, theirs] = figures({
      claims: [
        claim({ outcome: 'joint', corrections: 2 }),
        claim({ outcome: 'joint', isRetracted: true, retractions: 1 }),
        claim({ outcome: 'split', retractions: 1 }),
        claim({ isClosed: true }),
        claim(),
        claim({ broughtBy: south.id, outcome: 'joint' }),
      ],
    });
    expect(ours).toMatchObject({ opened: 5, published: 3, corrected: 2, retracted: 2 });
    const none = { 'with-dissent': 0, 'no-joint-finding': 0 };
    expect(ours?.fates).toEqual({ ...none, joint: 1, split: 1, 'taken-back': 1, closed: 1, unfinished: 1 });
    expect(theirs).toMatchObject({ opened: 1, published: 1, corrected: 0, retracted: 0 });
  });

  it('[Y1] count a party once for each revision that asked it, by its approval if it gave one', () => {
    const signOffs = [
      { partyId: south.id, decision: 'dissent' as const, at: after(2), isWithdrawn: false },
      { partyId: south.id, decision: 'approve' as const, at: after(5), isWithdrawn: false },
    ];
    const [ours, theirs] = figures({ revisions: [revision({ signOffs }), revision({ asked: [south.id] })] });
    expect(theirs?.positions).toEqual({ approved: 1, dissented: 0, objected: 0, abstained: 0, silent: 1 });
    expect(ours?.positions).toMatchObject({ silent: 1 });
    expect([ours?.proposed, theirs?.proposed]).toEqual([2, 0]);
  });

  it('[Y3] wait from the freeze to the first answer, and a silence is no answer', () => {
    const answered = (hours: number) => revision({ signOffs: [said('approve', hours)] });
    const [ours, theirs] = figures({ revisions: [answered(30), answered(2), answered(4), revision()] });
    expect([theirs?.medianWaitMs, theirs?.longestWaitMs]).toEqual([4 * 3_600_000, 30 * 3_600_000]);
    expect([ours?.medianWaitMs, ours?.longestWaitMs]).toEqual([undefined, undefined]);
  });

  it('[Y1] [Y3] count what was withdrawn, wait until the first answer, and are silent of a party that has no position any more', () => {
    const again = revision({ signOffs: [said('approve', 2, true), said('approve', 90)] });
    const gone = revision({ signOffs: [said('approve', 3, true)] });
    const aside = revision({ signOffs: [said('recuse', 4)] });
    const objected = revision({ signOffs: [said('object', 5)] });
    const [ours, theirs] = figures({ revisions: [again, gone, aside, objected] });
    expect(theirs).toMatchObject({ withdrew: 2, medianWaitMs: 2 * 3_600_000, longestWaitMs: 5 * 3_600_000 });
    expect(theirs?.positions).toEqual({ approved: 1, dissented: 0, objected: 1, abstained: 0, silent: 2 });
    expect(ours).toMatchObject({ withdrew: 0, medianWaitMs: undefined });
  });

  it('[Y3] are silent of nobody where signing ended before its deadline', () => {
    const early = { isTimeOver: false };
    const withdrawn = revision({ ...early, signOffs: [said('approve', 3, true)] });
    const [ours, theirs] = figures({
      revisions: [revision(early), withdrawn, revision({ ...early, signOffs: [said('dissent', 5)] })],
    });
    expect(ours?.positions.silent).toBe(0);
    expect(theirs?.positions).toEqual({ approved: 0, dissented: 1, objected: 0, abstained: 0, silent: 0 });
    expect(theirs).toMatchObject({ withdrew: 1, longestWaitMs: 5 * 3_600_000 });
  });

  it('[Y1] count every objection, also one that was taken back', () => {
    const calmed = revision({ signOffs: [said('object', 2, true), said('approve', 8)] });
    const [ours, theirs] = figures({ revisions: [calmed, revision({ signOffs: [said('object', 5)] })] });
    expect([ours?.objections, theirs?.objections]).toEqual([0, 2]);
    expect(theirs?.positions).toMatchObject({ approved: 1, objected: 1 });
  });

  it('[Y1] count the holds of each', () => {
    expect(figures({ revisions: [revision({ holds: [south.id] }), revision({ holds: [south.id, north.id] })] })).toMatchObject([
      { held: 1 },
      { held: 2 },
    ]);
  });

  it('[Y1] account for every revision that asked a party, and are the same whatever the order of rows', () => {
    const decisions = fc.constantFrom('approve', 'approve-with-statement', 'dissent', 'abstain');
    const signOffs = fc.array(
      fc.record({
        partyId: fc.constantFrom(north.id, south.id),
        decision: decisions,
        at: fc.nat(400).map(after),
        isWithdrawn: fc.boolean(),
      }),
    );
    const revisions = fc.array(signOffs.map((list) => revision({ signOffs: list })));
    fc.assert(
      fc.property(revisions, (list) => {
        const made = figures({ revisions: list });
        for (const { positions } of made) expect(positionKinds.reduce((sum, kind) => sum + positions[kind], 0)).toBe(list.length);
        const shuffled = list.map((one) => ({ ...one, signOffs: one.signOffs.toReversed() })).toReversed();
        expect(figures({ revisions: shuffled })).toEqual(made);
      }),
    );
  });
});
