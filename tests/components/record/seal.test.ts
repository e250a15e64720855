import { describe, expect, it } from 'vitest';
import { sealArcs } from '@/components/record/seal-geometry';
import { describeSeal, type SealParty } from '@/components/record/seal-words';
import type { DecisionName } from '@/components/record/vocabulary';

const centre = { x: 60, y: 60 };
const approvals = (count: number): DecisionName[] => Array.from({ length: count }, () => 'approve');

describe('the geometry of a seal', () => {
  it.each([1, 2, 3, 4, 5, 6])('draws one arc for each of %i parties', (count) => {
    const arcs = sealArcs(approvals(count), 'joint');
    expect(arcs).toHaveLength(count);
    expect(new Set(arcs.map(({ path }) => path)).size).toBe(count);
  });

  it('lets the first two parties share the top, the first on the left', () => {
    const [first, second] = sealArcs(approvals(3), 'joint');
    expect(first?.mark.x).toBeLessThan(centre.x);
    expect(second?.mark.x).toBeGreaterThan(centre.x);
    expect(first?.mark.y).toBe(second?.mark.y);
    expect(first?.mark.y).toBeLessThan(centre.y);
  });

  it('fills the arc of a party that approves and leaves it in place', () => {
    for (const arc of sealArcs(['approve', 'approve-with-statement'], 'joint')) {
      expect(arc).toMatchObject({ stroke: 'filled', move: { x: 0, y: 0 } });
    }
  });

  it('moves the hollow arc of a dissenting party outward, away from the centre', () => {
    const dissent = sealArcs(['approve', 'approve', 'dissent'], 'with-dissent')[2];
    expect(dissent).toMatchObject({ stroke: 'hollow', move: { x: 0 } });
    expect(dissent?.move.y).toBeGreaterThan(0);
    expect(dissent?.mark.y).toBeGreaterThan(centre.y);
  });

  it('moves both halves of a split apart, each to its own side', () => {
    const [left, right] = sealArcs(['dissent', 'dissent'], 'split');
    expect(left).toMatchObject({ stroke: 'filled', move: { y: 0 } });
    expect(left?.move.x).toBeLessThan(0);
    expect(right?.move.x).toBe(-(left?.move.x ?? 0));
  });

  it('fills no arc without a joint finding, whatever was signed', () => {
    expect(sealArcs(['approve', 'dissent', null], 'no-joint-finding').map(({ stroke }) => stroke)).toEqual([
      'dashed',
      'dashed',
      'dashed',
    ]);
  });

  it('dashes the arc of a party that took no position', () => {
    expect(sealArcs(['approve', null, 'abstain']).map(({ stroke }) => stroke)).toEqual(['filled', 'dashed', 'dashed']);
  });

  it('closes the ring of a single party as one large arc', () => {
    expect(sealArcs(['approve'], 'joint')[0]?.path).toContain('A55 55 0 1 1');
  });
});

describe('the words of a seal', () => {
  const t = (key: string, values: Record<string, string | number> = {}) => `${key}(${Object.values(values).join('|')})`;
  const party = (position: number, decision: SealParty['decision']): SealParty => ({
    position,
    letter: 'X',
    name: `P${position}`,
    decision,
  });
  const words = (parties: SealParty[], outcome?: 'joint' | 'with-dissent' | 'split') =>
    describeSeal({ parties, outcome, t, tag: 'en-GB' });

  it('says who approves before it says who dissents, whoever signed first', () => {
    expect(words([party(1, 'dissent'), party(2, 'approve'), party(3, 'approve-with-statement')], 'with-dissent')).toBe(
      'seal(with-dissent()|who-approve(2|P2 and P3), who-dissent(1|P1))',
    );
  });

  it('calls the two sides of a split positions, not dissents', () => {
    expect(words([party(1, 'approve'), party(2, 'dissent')], 'split')).toContain('who-position(2|P1 and P2)');
  });

  it('names the silent parties', () => {
    expect(words([party(1, 'approve'), party(2, null)])).toBe('seal(pending()|who-approve(1|P1), who-none(1|P2))');
  });
});
