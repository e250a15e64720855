export type PartyShape = 'circle' | 'square' | 'diamond' | 'hexagon';

const shapes: readonly [PartyShape, ...PartyShape[]] = ['circle', 'square', 'diamond', 'hexagon'];
const looks = 8;

/**
 * How the party at a position is drawn. There are four colours and four shapes; the fifth party has the first colour again
 * with the next shape, so that eight parties differ by the pair. After that looks repeat, and only the name tells.
 */
export function partyLook(position: number): { className: string; shape: PartyShape } {
  const index = (position - 1) % looks;
  const lap = Math.floor(index / shapes.length);
  return { className: `p${index + 1}`, shape: shapes[(index + lap) % shapes.length] ?? shapes[0] };
}
