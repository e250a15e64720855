import { describe, expect, it } from 'vitest';
import { clockOf, type Staged, type StageName, stagesOf } from '@/domain/claim/revision-stages';
import { hoursAfter } from '@/domain/claim/signing-clock';
import { type RevisionState, revisionMoves } from '@/domain/claim/transitions';

const frozenAt = new Date('2026-03-02T12:00:00Z');
const at = (hours: number) => hoursAfter(frozenAt, hours);
const charter = { coolingOffHours: 24 };

function staged(change: Partial<Staged> = {}): Staged {
  return {
    state: 'signing',
    signingEndsAt: at(168),
    mediationEndsAt: at(264),
    outcomeAt: null,
    releasesAt: null,
    endedAt: null,
    publishedAt: null,
    ...change,
  };
}

const shown = (revision: Staged, hours: number, parameters = charter) =>
  stagesOf(revision, parameters, at(hours)).map(({ name, is }) => `${name} ${is}`);

describe('the stages of a revision', () => {
  it('[L23] are where it is now, what is over and what is to come', () => {
    expect(shown(staged(), 1)).toEqual(['signing now', 'mediation ahead', 'cooling-off ahead', 'published ahead']);
    expect(shown(staged(), 200)).toEqual(['signing done', 'mediation now', 'cooling-off ahead', 'published ahead']);
    expect(stagesOf(staged(), charter, at(1))).toMatchObject([
      { at: at(168), isConditional: false },
      { at: at(264), isConditional: true },
      { at: null },
      { at: null },
    ]);
  });

  it('[L23] name a mediation only where there is or was one', () => {
    const cooling = { state: 'cooling-off', outcomeAt: at(10), releasesAt: at(34) } as const;
    expect(shown(staged(cooling), 20)).toEqual(['signing done', 'cooling-off now', 'published ahead']);
    expect(shown(staged({ ...cooling, outcomeAt: at(264), releasesAt: at(288) }), 270)[1]).toBe('mediation done');
    expect(shown(staged({ mediationEndsAt: at(168) }), 1)).not.toContain('mediation ahead');
    expect(shown(staged({ signingEndsAt: null, mediationEndsAt: null }), 1, { coolingOffHours: 0 })).toEqual([
      'signing now',
      'published ahead',
    ]);
  });

  it('[L23] end where the revision ended', () => {
    const published = { outcomeAt: at(10), releasesAt: at(34), publishedAt: at(34) };
    expect(shown(staged({ ...published, state: 'published' }), 50)).toEqual([
      'signing done',
      'cooling-off done',
      'published now',
    ]);
    for (const state of ['superseded', 'retracted'] as const) {
      const over = staged({ ...published, state, endedAt: at(40) });
      expect(shown(over, 50)).toEqual(['signing done', 'cooling-off done', 'published done', `${state} now`]);
      expect(stagesOf(over, charter, at(50)).at(-1)).toMatchObject({ name: state, at: at(40) });
    }
    expect(shown(staged({ state: 'withdrawn', endedAt: at(3) }), 50)).toEqual(['signing done', 'withdrawn now']);
    expect(shown(staged({ state: 'expired', endedAt: at(264) }), 300)).toEqual(['signing done', 'mediation done', 'expired now']);
  });

  it('[L2] [L23] follow one another as the table of moves allows', () => {
    const stateOf = (name: StageName): RevisionState => (name === 'mediation' ? 'signing' : name);
    const ways = [staged(), staged({ mediationEndsAt: at(168) }), staged({ state: 'withdrawn', endedAt: at(3) })];
    for (const way of [...ways, staged({ state: 'expired', endedAt: at(300) })]) {
      const states = [...new Set(stagesOf(way, charter, at(1)).map(({ name }) => stateOf(name)))];
      for (const [index, state] of states.entries()) {
        const next = states[index + 1];
        if (next !== undefined) expect(Object.values(revisionMoves[state])).toContain(next);
      }
    }
  });
});

describe('the clock of a revision that is being decided', () => {
  it('[L23] is the part that runs, and its end', () => {
    expect(clockOf(staged(), at(1))).toEqual({ is: 'signing', until: at(168) });
    expect(clockOf(staged(), at(168))).toEqual({ is: 'mediation', until: at(264) });
    expect(clockOf(staged(), at(264))).toEqual({ is: 'over', until: null });
    expect(clockOf(staged({ state: 'cooling-off', releasesAt: at(30) }), at(20))).toEqual({ is: 'cooling-off', until: at(30) });
    expect(clockOf(staged({ signingEndsAt: null, mediationEndsAt: null }), at(1))).toEqual({ is: 'signing', until: null });
    expect(clockOf(staged({ state: 'published' }), at(1))).toBeUndefined();
  });
});
