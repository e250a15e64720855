import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { untilItComes } from '@/app/(desk)/desk/claims/[claimId]/_record/until-it-comes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[P60] a part of the page that could not be loaded is asked for again', async () => {
  let asked = 0;
  const part = untilItComes(async () => {
    asked += 1;
    if (asked < 4) throw new Error('The server is away.');
    return 'the editor';
  });
  await vi.advanceTimersByTimeAsync(7000);
  expect(await part).toBe('the editor');
  expect(asked).toBe(4);
});

it('[P60] and a part that never comes is a fault after three minutes', async () => {
  const part = untilItComes(async () => {
    throw new Error('There is no such part.');
  });
  const outcome = expect(part).rejects.toThrow('There is no such part.');
  await vi.advanceTimersByTimeAsync(200_000);
  await outcome;
});
