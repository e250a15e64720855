import { describe, expect, it } from 'vitest';
import { readCursor } from '@/app/(desk)/desk/activity/read-cursor';
import { readFilter } from '@/app/(desk)/desk/claims/_list/filter';
import { readPanel } from '@/app/(desk)/desk/claims/[claimId]/_panels/panel-name';
import { readRevisionNumber, readView } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/read-address';

describe('what stands in an address of the desk', () => {
  it('filters by what it understands and by nothing else', () => {
    expect(readFilter({ q: 'doha', stage: 'signing' })).toEqual({ text: 'doha', stage: 'signing' });
    expect(readFilter({ q: ['a', 'b'], stage: 'nonsense' })).toEqual({ text: 'a', stage: undefined });
    expect(readFilter({ q: 'x'.repeat(500) }).text).toHaveLength(200);
  });

  it('names a revision by a plain number from 1', () => {
    expect(readRevisionNumber('12')).toBe(12);
    for (const text of ['0', '-1', '1.5', '1e3', ' 1', '01', '99999999', '٣', ''])
      expect(readRevisionNumber(text), text).toBeUndefined();
  });

  it('shows changes first only where there is something to compare with', () => {
    expect(readView(undefined, true)).toBe('changes');
    expect(readView(undefined, false)).toBe('frozen');
    expect(readView('changes', false)).toBe('frozen');
    expect(readView('bytes', true)).toBe('bytes');
  });

  it('begins activity at the newest event when the cursor is no number', () => {
    expect(readCursor('17')).toBe(17);
    for (const text of [undefined, '', '0', '-3', '1; drop', '1'.repeat(40)]) expect(readCursor(text), text).toBeUndefined();
  });

  it('opens only panels that there are', () => {
    expect(readPanel('sources')).toBe('sources');
    expect(readPanel('settings')).toBeUndefined();
  });
});
