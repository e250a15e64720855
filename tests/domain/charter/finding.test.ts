import { expect, it } from 'vitest';
import { met, unmet } from '@/domain/charter/finding';

it('says of a clause that it is met, or not and why', () => {
  expect(met('C07', 'sources-enough', { count: 2 })).toEqual({
    clause: 'C07',
    met: true,
    code: 'sources-enough',
    facts: { count: 2 },
  });
  expect(unmet('C30', 'early-view')).toEqual({ clause: 'C30', met: false, code: 'early-view', facts: {} });
});
