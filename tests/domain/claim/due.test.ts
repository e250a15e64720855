import { describe, expect, it } from 'vitest';
import { dayIn, daysAfter, dueStateOf, startOfDay } from '@/domain/claim/due';

describe('when a claim is due', () => {
  it('[D3] goes by the day where the workspace keeps its time', () => {
    const instant = new Date('2026-03-01T23:30:00Z');
    expect(dayIn(instant, 'UTC')).toBe('2026-03-01');
    expect(dayIn(instant, 'Europe/Oslo')).toBe('2026-03-02');
    expect(dayIn(instant, 'America/Bogota')).toBe('2026-03-01');
    expect(dayIn(new Date('2026-03-01T10:30:00Z'), 'Pacific/Kiritimati')).toBe('2026-03-02');
  });

  it('[D3] is over from the day after, and of no matter once the claim is published or closed', () => {
    const today = '2026-03-02';
    const stateAt = (dueOn: string, stage: Parameters<typeof dueStateOf>[0]['stage'] = 'open') =>
      dueStateOf({ dueOn, stage, today });
    expect(stateAt('2026-03-01')).toBe('overdue');
    expect(stateAt('2026-03-02')).toBe('today');
    expect([stateAt('2026-03-03'), stateAt('2026-03-09'), stateAt('2026-03-10')]).toEqual(['soon', 'soon', 'later']);
    expect([stateAt('2026-03-01', 'submitted'), stateAt('2026-03-01', 'signing')]).toEqual(['overdue', 'overdue']);
    expect([stateAt('2026-03-01', 'published'), stateAt('2026-03-01', 'closed')]).toEqual(['done', 'done']);
  });

  it('counts days over the ends of months and of summer time', () => {
    expect(daysAfter('2026-02-27', 2)).toBe('2026-03-01');
    expect(daysAfter('2026-03-28', 2)).toBe('2026-03-30');
    expect(startOfDay('2026-03-02', 'UTC').toISOString()).toBe('2026-03-02T00:00:00.000Z');
    expect(startOfDay('2026-07-01', 'Europe/Oslo').toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(startOfDay('2026-03-02', 'Asia/Kathmandu').toISOString()).toBe('2026-03-01T18:15:00.000Z');
    expect(startOfDay('2026-03-02', 'Pacific/Kiritimati').toISOString()).toBe('2026-03-01T10:00:00.000Z');
    // Where clocks go forward at midnight, the day begins at one.
    expect(startOfDay('2026-04-24', 'Africa/Cairo').toISOString()).toBe('2026-04-23T22:00:00.000Z');
  });
});
