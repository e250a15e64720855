import { expect, it } from 'vitest';
import { nextMorning } from '@/domain/time/next-morning';

it('[N4] is seven by the clock of the desk, later than now, over summer time too', () => {
  const cases = [
    ['Europe/Oslo', '2026-03-02T12:00:00.000Z', '2026-03-03T06:00:00.000Z'],
    ['Europe/Oslo', '2026-03-02T05:59:59.999Z', '2026-03-02T06:00:00.000Z'],
    ['Europe/Oslo', '2026-03-02T06:00:00.000Z', '2026-03-03T06:00:00.000Z'],
    ['Europe/Oslo', '2026-03-28T12:00:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-02T12:00:00.000Z', '2026-03-03T01:15:00.000Z'],
    ['Pacific/Auckland', '2026-03-02T12:00:00.000Z', '2026-03-02T18:00:00.000Z'],
  ] as const;
  for (const [zone, now, then] of cases) expect(nextMorning(new Date(now), zone).toISOString(), `${zone} ${now}`).toBe(then);
});
