/** A publisher as the group is computed from: its owner's id, or none. */
export type Owned = { id: string; ownerId: string | null };

/**
 * The root owner of a publisher: sources with one root owner are one independence group and count once (C08, SPEC S5).
 * A circle of owners is one group too, named by its smallest id, so that nobody multiplies sources by owning oneself.
 */
export function independenceGroup(publisherId: string, publishers: readonly Owned[]): string {
  const byId = new Map(publishers.map((publisher) => [publisher.id, publisher]));
  const seen = new Set<string>();
  let current = publisherId;
  while (!seen.has(current)) {
    seen.add(current);
    const owner = byId.get(current)?.ownerId;
    if (owner === null || owner === undefined) return current;
    current = owner;
  }
  const circle = new Set<string>();
  for (let id = current; !circle.has(id); id = byId.get(id)?.ownerId ?? id) circle.add(id);
  return [...circle].sort()[0] ?? current;
}
