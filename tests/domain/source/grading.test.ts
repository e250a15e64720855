import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideGrading, type GradedSource, type SourceState } from '@/domain/source/grading';

const source = (change: Partial<GradedSource> = {}): GradedSource => ({
  state: 'proposed',
  attachedByParty: 'north',
  grading: 3,
  ...change,
});
const decision = (change: Partial<Parameters<typeof decideGrading>[1]> = {}) => ({
  partyId: 'south',
  grading: 3,
  to: 'accepted' as const,
  ...change,
});

describe('a decision on a grading', () => {
  const allowed: [string, SourceState, 'accepted' | 'disputed'][] = [
    ['accepts what was proposed', 'proposed', 'accepted'],
    ['disputes what was proposed', 'proposed', 'disputed'],
    ['disputes what was accepted', 'accepted', 'disputed'],
    ['accepts what was disputed', 'disputed', 'accepted'],
  ];
  it.each(allowed)('[S2] of another party %s', (_, state, to) =>
    expect(decideGrading(source({ state }), decision({ to }))).toEqual({ ok: true, value: to }),
  );

  it.each(['accepted', 'disputed'] as const)('[S2] of the party that attached the source is refused: %s', (to) => {
    expect(decideGrading(source(), decision({ partyId: 'north', to }))).toEqual({ ok: false, refusal: { code: 'own-source' } });
  });

  it.each([2, 4])('[S3] on grading %i is refused when grading 3 stands', (grading) => {
    expect(decideGrading(source(), decision({ grading }))).toEqual({
      ok: false,
      refusal: { code: 'grading-changed', grading: 3 },
    });
  });

  it.each(['accepted', 'disputed'] as const)(
    '[S2] that stands already is refused, so that a second click records nothing: %s',
    (state) => {
      expect(decideGrading(source({ state }), decision({ to: state }))).toEqual({
        ok: false,
        refusal: { code: 'already-decided', state },
      });
    },
  );

  it('[S2] on a withdrawn source is refused', () => {
    expect(decideGrading(source({ state: 'withdrawn' }), decision())).toEqual({
      ok: false,
      refusal: { code: 'source-withdrawn' },
    });
  });

  it('[S3] is never of the attaching party, and never on a grading that it did not read', () => {
    const party = fc.constantFrom('north', 'south');
    const number = fc.integer({ min: 1, max: 3 });
    const any = fc.record({
      source: fc.record({
        state: fc.constantFrom<SourceState>('proposed', 'accepted', 'disputed', 'withdrawn'),
        attachedByParty: party,
        grading: number,
      }),
      decision: fc.record({
        partyId: party,
        grading: number,
        to: fc.constantFrom<'accepted' | 'disputed'>('accepted', 'disputed'),
      }),
    });
    fc.assert(
      fc.property(any, ({ source: graded, decision: decided }) => {
        const allowed =
          graded.attachedByParty !== decided.partyId &&
          graded.grading === decided.grading &&
          graded.state !== 'withdrawn' &&
          graded.state !== decided.to;
        expect(decideGrading(graded, decided).ok).toBe(allowed);
      }),
    );
  });
});
