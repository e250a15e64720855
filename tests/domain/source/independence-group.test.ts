import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { independenceGroup, type Owned } from '@/domain/source/independence-group';

const owners = (table: Record<string, string | null>): Owned[] => Object.entries(table).map(([id, ownerId]) => ({ id, ownerId }));

const cases: [string, string, Record<string, string | null>, string][] = [
  ['a publisher without an owner is its own group', 'a', { a: null }, 'a'],
  ['the owner’s owner counts', 'a', { a: 'b', b: 'c', c: null }, 'c'],
  ['two publishers of one owner are one group', 'b', { a: 'x', b: 'x', x: null }, 'x'],
  ['an owner that is no publisher here is the root', 'a', { a: 'holding' }, 'holding'],
  ['a publisher that nobody knows is its own group', 'z', { a: null }, 'z'],
  ['a publisher that owns itself is its own group', 'a', { a: 'a' }, 'a'],
  ['a circle of two is named by its smallest id', 'b', { a: 'b', b: 'a' }, 'a'],
  ['a circle of three has one name, wherever one enters', 'c', { a: 'b', b: 'c', c: 'a' }, 'a'],
  ['a publisher below a circle belongs to it, and does not name it', 'a', { a: 'm', m: 'n', n: 'm' }, 'm'],
];

/** Any set of publishers and owners, with circles, strangers and chains. */
const id = fc.constantFrom(...'abcdefgh');
const anyOwners = fc.dictionary(id, fc.option(id, { nil: null }), { maxKeys: 8, noNullPrototype: true });

describe('an independence group', () => {
  it.each(cases)('[S5] %s', (_, publisher, table, group) => expect(independenceGroup(publisher, owners(table))).toBe(group));

  it('[S5] is the same for a publisher and its owner', () => {
    fc.assert(
      fc.property(anyOwners, (table) => {
        for (const { id: publisher, ownerId } of owners(table)) {
          if (ownerId !== null)
            expect(independenceGroup(publisher, owners(table))).toBe(independenceGroup(ownerId, owners(table)));
        }
      }),
    );
  });

  it('[S5] does not depend on the order of the publishers, and is its own group', () => {
    fc.assert(
      fc.property(anyOwners, id, (table, publisher) => {
        const group = independenceGroup(publisher, owners(table));
        expect(independenceGroup(publisher, owners(table).toReversed())).toBe(group);
        expect(independenceGroup(group, owners(table))).toBe(group);
      }),
    );
  });

  it('[S5] gives nobody more groups by adding owners', () => {
    fc.assert(
      fc.property(anyOwners, id, id, (table, publisher, owner) => {
        const groups = (all: Record<string, string | null>) =>
          new Set([...'abcdefgh'].map((one) => independenceGroup(one, owners(all)))).size;
        const orphan = table[publisher] ?? null;
        if (orphan === null) expect(groups({ ...table, [publisher]: owner })).toBeLessThanOrEqual(groups(table));
      }),
    );
  });
});
