import type { DecisionName, OutcomeName } from './vocabulary';

/** The seal's own units: a ring between two radii around a centre, in a frame wide enough for an arc that moved out. */
export const seal = { centre: 60, outer: 55, inner: 43, middle: 49, frame: '-8 -8 136 136' } as const;

export type Stroke = 'filled' | 'hollow' | 'dashed';
export type SealArc = { path: string; stroke: Stroke; move: Point; mark: Point };
export type Point = { x: number; y: number };

type Rule = { stroke: Stroke; halfGap: number; moved: number };

const approving: Rule = { stroke: 'filled', halfGap: 3, moved: 0 };
const dissenting: Rule = { stroke: 'hollow', halfGap: 4, moved: 6 };
const silent: Rule = { stroke: 'dashed', halfGap: 4, moved: 0 };
const apart: Rule = { stroke: 'filled', halfGap: 6, moved: 4 };

const byDecision: Record<DecisionName, Rule> = {
  approve: approving,
  'approve-with-statement': approving,
  dissent: dissenting,
  object: dissenting,
  abstain: silent,
  recuse: silent,
};

/** In a split each part is one position and all stand apart; without a joint finding nobody's arc is filled. */
const byOutcome: Record<OutcomeName, (decision: DecisionName | null) => Rule> = {
  joint: ruleOf,
  'with-dissent': ruleOf,
  split: (decision) => (ruleOf(decision) === silent ? silent : apart),
  'no-joint-finding': () => silent,
};

function ruleOf(decision: DecisionName | null): Rule {
  return decision === null ? silent : byDecision[decision];
}

/**
 * One arc per party, clockwise in the charter's order, beginning so that the first two share the top. The order is data:
 * it is never sorted, rotated or mirrored. `null` is a party without a position.
 */
export function sealArcs(decisions: readonly (DecisionName | null)[], outcome?: OutcomeName): SealArc[] {
  const share = 360 / decisions.length;
  const rule = outcome === undefined ? ruleOf : byOutcome[outcome];
  return decisions.map((decision, index) => {
    const { stroke, halfGap, moved } = rule(decision);
    const middle = -180 / decisions.length + index * share;
    return {
      stroke,
      path: ringSector(middle - share / 2 + halfGap, middle + share / 2 - halfGap),
      move: onCircle(middle, moved, { x: 0, y: 0 }),
      mark: onCircle(middle, seal.middle),
    };
  });
}

/** The outline of a part of the ring between two bearings. */
function ringSector(from: number, to: number): string {
  const large = to - from > 180 ? 1 : 0;
  const [a, b] = [onCircle(from, seal.outer), onCircle(to, seal.outer)];
  const [c, d] = [onCircle(to, seal.inner), onCircle(from, seal.inner)];
  return `M${a.x} ${a.y}A${seal.outer} ${seal.outer} 0 ${large} 1 ${b.x} ${b.y}L${c.x} ${c.y}A${seal.inner} ${seal.inner} 0 ${large} 0 ${d.x} ${d.y}Z`;
}

/** A point at a bearing in degrees, clockwise from the top, rounded so that server and browser print the same text. */
function onCircle(bearing: number, radius: number, centre: Point = { x: seal.centre, y: seal.centre }): Point {
  const radians = (bearing * Math.PI) / 180;
  return { x: round(centre.x + radius * Math.sin(radians)), y: round(centre.y - radius * Math.cos(radians)) };
}

function round(value: number): number {
  const tenths = Math.round(value * 10) / 10;
  return tenths === 0 ? 0 : tenths;
}
