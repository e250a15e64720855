import { describe, expect, it } from 'vitest';
import { isFiltered, type ListView, parametersOf, readCursor, readView } from '@/domain/claim/list-view';

const read = (address: string) => readView(new URLSearchParams(address));
const written = (view: ListView) => new URLSearchParams(parametersOf(view)).toString();
const plain: ListView = {
  ...{ text: '', stage: undefined, waits: undefined, language: undefined, due: undefined, mine: false },
  ...{ sort: 'stage', isReversed: false },
};

describe('a view of the list of claims', () => {
  it('[D8] is its address: what is read is written again, and the plain list has none', () => {
    expect(read('')).toEqual(plain);
    expect(written(plain)).toBe('');
    const party = '0198f2c0-0000-7000-8000-000000000000';
    for (const address of [
      'q=doha+talks&stage=signing&waits=me&language=ar&due=overdue&mine=1&sort=due&order=reversed',
      `waits=${party}`,
      'waits=others&sort=number',
    ])
      expect(written(read(address))).toBe(address);
  });

  it('filters by what it understands and by nothing else', () => {
    expect(read('q=%00a%0a&stage=nonsense&waits=them&language=1&due=soon&mine=yes&sort=size&order=up')).toEqual({
      ...plain,
      text: 'a',
    });
    expect(read(`q=${'x'.repeat(500)}`).text).toHaveLength(200);
    expect(isFiltered(plain)).toBe(false);
    expect(isFiltered(read('sort=due&order=reversed'))).toBe(false);
    for (const address of ['q=a', 'stage=open', 'waits=us', 'language=uk', 'due=none', 'mine=1'])
      expect(isFiltered(read(address)), address).toBe(true);
  });

  it('[D6] goes on at a place of ours, and begins at the top at any other', () => {
    const cursor = (address: string) => readCursor(new URLSearchParams(address));
    expect(cursor('after=2.-17.5')).toEqual({ keys: [2, -17, 5], goesOn: 'after' });
    expect(cursor('before=-5.0.0')).toEqual({ keys: [-5, 0, 0], goesOn: 'before' });
    for (const address of ['', 'after=2', 'after=a.b.c', 'after=1.2', `after=${'9'.repeat(30)}.1.1`, "after=1.2.3'"])
      expect(cursor(address), address).toBeUndefined();
  });
});
