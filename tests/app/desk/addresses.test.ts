import { describe, expect, it } from 'vitest';
import { readCursor } from '@/app/(desk)/desk/activity/read-cursor';
import { addressOf, eventKinds, filterOf, readForm } from '@/app/(desk)/desk/activity/read-filter';
import { readPanel } from '@/app/(desk)/desk/claims/[claimId]/_panels/panel-name';
import { readRevisionNumber, readView } from '@/app/(desk)/desk/claims/[claimId]/revisions/[number]/_signing/read-address';
import { eventTypes } from '@/commands/record-event';
import { personalEvents } from '@/domain/policies/event-visibility';

describe('what stands in an address of the desk', () => {
  it('[D9] filters the activity by what it understands and by nothing else, by days of the workspace', () => {
    const party = '0198f2c0-0000-7000-8000-000000000000';
    const form = readForm({ party, who: 'x', kind: 'source', claim: '12', from: '2026-03-02', until: '2026-03-02' });
    expect(form).toEqual({ party, who: '', kind: 'source', claim: '12', from: '2026-03-02', until: '2026-03-02' });
    expect(filterOf(form, 'Europe/Oslo')).toEqual({
      ...{ partyId: party, personId: undefined, kind: 'source', claimNumber: 12 },
      ...{ from: new Date('2026-03-01T23:00:00Z'), until: new Date('2026-03-02T23:00:00Z') },
    });
    const nothing = readForm({ party: "' or 1=1", kind: 'account', claim: '-1', from: '2026-02-30', until: ['2026-03-02'] });
    expect(addressOf(nothing)).toBe('/desk/activity');
    expect(addressOf({ ...nothing, kind: 'source' }, party)).toBe(`/desk/activity?kind=source&before=${party}`);
  });

  it('[D9] filters by every kind of event that a member is told of, and by days of the years 1900 to 2200 alone', () => {
    const kinds = eventTypes.filter((type) => personalEvents.every((own) => own !== type)).map((type) => type.split('.')[0]);
    expect(new Set(eventKinds)).toEqual(new Set(kinds));
    for (const strange of ['0001-01-01', '1899-12-31', '2201-01-01', '9999-12-31'])
      expect(addressOf(readForm({ from: strange, until: strange }))).toBe('/desk/activity');
    for (const from of ['1900-01-01', '2200-12-31'])
      expect(filterOf(readForm({ from, until: from }), 'Pacific/Kiritimati').until?.getTime()).toBeGreaterThan(0 - 2.3e12);
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

  it('begins activity at the newest event when the cursor names none', () => {
    const event = '019a0000-0000-7000-8000-000000000017';
    expect([readCursor(event), readCursor([event, 'more'])]).toEqual([event, event]);
    for (const text of [undefined, '', '17', `${event}; drop`, 'x'.repeat(400)]) expect(readCursor(text), text).toBeUndefined();
  });

  it('opens only panels that there are', () => {
    expect(readPanel('sources')).toBe('sources');
    expect(readPanel('settings')).toBeUndefined();
  });
});
