import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParityFacts, parityOf, positionKinds } from '@/domain/claim/parity';
import { north, south } from '../build';

const frozenAt = new Date('2026-03-02T12:00:00Z');
const after = (hours: number) => new Date(frozenAt.getTime() + hours * 3_600_000);
const revision = (change: Partial<ParityFacts['revisions'][number]> = {}): ParityFacts['revisions'][number] => ({
  ...{ proposedBy: north.id, frozenAt, asked: [north.id, south.id], signOffs: [], holds: [] },
  ...change,
});
const claim = (change: Partial<ParityFacts['claims'][number]> = {}): ParityFacts['claims'][number] => ({
  ...{ broughtBy: north.id, outcome: undefined, corrections: 0, isRetracted: false },
  ...change,
});
const figures = (facts: Partial<ParityFacts>) => parityOf({ parties: [north, south], claims: [], revisions: [], ...facts });

describe('the figures of the parties', () => {
  it('[C42] [Y1] count what each brought, and what became of it', () => {
    const [ours, theirs] = figures({
      claims: [
        claim({ outcome: 'joint', corrections: 2 }),
        claim({ outcome: 'split', isRetracted: true }),
        claim(),
        claim({ broughtBy: south.id, outcome: 'joint' }),
      ],
    });
    expect(ours).toMatchObject({ opened: 3, published: 2, corrected: 2, retracted: 1 });
    expect(ours?.outcomes).toEqual({ joint: 1, 'with-dissent': 0, split: 1, 'no-joint-finding': 0 });
    expect(theirs).toMatchObject({ opened: 1, published: 1, corrected: 0, retracted: 0 });
  });

  it('[Y1] count a party once for each revision that asked it, by its approval if it gave one', () => {
    const signOffs = [
      { partyId: south.id, decision: 'dissent' as const, at: after(2) },
      { partyId: south.id, decision: 'approve' as const, at: after(5) },
    ];
    const [ours, theirs] = figures({ revisions: [revision({ signOffs }), revision({ asked: [south.id] })] });
    expect(theirs?.positions).toEqual({ approved: 1, dissented: 0, objected: 0, abstained: 0, silent: 1 });
    expect(ours?.positions).toMatchObject({ silent: 1 });
    expect([ours?.proposed, theirs?.proposed]).toEqual([2, 0]);
  });

  it('[Y3] wait from the freeze to the first answer, and a silence is no answer', () => {
    const answered = (hours: number) => revision({ signOffs: [{ partyId: south.id, decision: 'approve', at: after(hours) }] });
    const [ours, theirs] = figures({ revisions: [answered(30), answered(2), answered(4), revision()] });
    expect([theirs?.medianWaitMs, theirs?.longestWaitMs]).toEqual([4 * 3_600_000, 30 * 3_600_000]);
    expect([ours?.medianWaitMs, ours?.longestWaitMs]).toEqual([undefined, undefined]);
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
      fc.record({ partyId: fc.constantFrom(north.id, south.id), decision: decisions, at: fc.nat(400).map(after) }),
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
