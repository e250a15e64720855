import { expect, it } from 'vitest';
import { statusOf } from '@/app/_adapters/status-of';

it('[C35] what another has done meanwhile is a conflict, of retractions as of corrections', () => {
  for (const code of ['no-correction-route', 'no-retraction-here', 'retraction-open', 'retraction-not-open'])
    expect([code, statusOf(code)]).toEqual([code, 409]);
  for (const code of ['charter-superseded', 'charter-not-in-force']) expect([code, statusOf(code)]).toEqual([code, 409]);
  expect(statusOf('not-your-party')).toBe(403);
  expect(statusOf('charter-unmet')).toBe(422);
});
