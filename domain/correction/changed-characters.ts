/**
 * How many characters two texts differ by, those that came and those that went counted alike, or undefined for more than `limit`: the length of the shortest
 * edit (Myers 1986, "An O(ND) difference algorithm"), given up as soon as it is longer than anybody asks. Characters are code points, as everywhere.
 */
export function changedCharacters(before: string, after: string, limit: number): number | undefined {
  const [a, b] = [[...before], [...after]];
  if (Math.abs(a.length - b.length) > limit) return undefined;
  /** How far each diagonal reaches, by its number. */
  const reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= limit; edits += 1) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const left = reach.get(diagonal - 1) ?? -1;
      const above = reach.get(diagonal + 1) ?? -1;
      let x = diagonal === -edits || (diagonal !== edits && left < above) ? above : left + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reach.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return edits;
    }
  }
  return undefined;
}
