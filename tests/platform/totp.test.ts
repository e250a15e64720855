import { expect, it } from 'vitest';
import { secretFromHex, stepOfCode } from '@/platform/totp';

/** RFC 6238, appendix B, SHA-1: seconds since 1970 and the last six digits of the code. */
const secret = secretFromHex(Buffer.from('12345678901234567890').toString('hex'));
const vectors: [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
];

it.each(vectors)('[M24] knows the step of the code that RFC 6238 gives for %i s', (seconds, code) => {
  const step = Math.floor(seconds / 30);
  const at = (offset: number) => stepOfCode({ secret, code, now: new Date((seconds + offset) * 1000) });
  expect([at(0), at(30), at(-30), at(90), at(-90)]).toEqual([step, step, step, undefined, undefined]);
});

it('takes nothing else for a code', () => {
  for (const code of ['', '28708', '2870820', '28708a', '２８７０８２'])
    expect(stepOfCode({ secret, code, now: new Date(59_000) })).toBeUndefined();
});
