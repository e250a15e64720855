import * as Y from 'yjs';

/**
 * Yjs finds the place of an item by looking, one by one, at those that others put between the same two neighbours. An honest editor's item has few of
 * them. Items that all claim one place make it look at each for each: thirty kilobytes that stop the process for minutes, and again whenever the
 * log is replayed. So while an update is integrated for the first time, these looks are counted, and too many end it.
 */
export function withinSteps(steps: number, integrate: () => void): void {
  left = steps;
  try {
    integrate();
  } finally {
    left = undefined;
  }
}

/** Undefined: nothing is counted, as when the log is replayed. Integration is synchronous, so there is one count at a time. */
let left: number | undefined;

export class TooEntangledError extends Error {
  constructor() {
    super('An update has too many items in one place.');
    this.name = 'TooEntangledError';
  }
}

const { integrate } = Y.Item.prototype;
Y.Item.prototype.integrate = function integrateWithinSteps(transaction, offset) {
  if (left !== undefined) {
    left -= stepsOf(this, transaction.doc.store, left);
    if (left < 0) throw new TooEntangledError();
  }
  integrate.call(this, transaction, offset);
};

/** The turns of the loop in Yjs's `Item.integrate`, without what it does in them; not more than `most` + 1. */
function stepsOf(item: Y.Item, store: Y.Doc['store'], most: number): number {
  const before = new Set<Y.Item>();
  const conflicting = new Set<Y.Item>();
  let other = firstConflict(item);
  while (other !== null && other !== item.right && before.size <= most) {
    before.add(other);
    conflicting.add(other);
    if (Y.compareIDs(item.origin, other.origin)) {
      if (other.id.client < item.id.client) conflicting.clear();
      else if (Y.compareIDs(item.rightOrigin, other.rightOrigin)) break;
    } else {
      const origin = other.origin === null ? undefined : Y.getItem(store, other.origin);
      if (origin === undefined || !before.has(origin)) break;
      if (!conflicting.has(origin)) conflicting.clear();
    }
    other = other.right;
  }
  return before.size;
}

/** Null: its neighbours are side by side, and it goes between them. */
function firstConflict({ left: before, right: after, parent, parentSub }: Y.Item): Y.Item | null {
  if (before !== null) return before.right === after ? null : before.right;
  if (!(parent instanceof Y.AbstractType) || (after !== null && after.left === null)) return null;
  if (parentSub === null) return parent._start;
  let first = parent._map.get(parentSub) ?? null;
  while (first !== null && first.left !== null) first = first.left;
  return first;
}
