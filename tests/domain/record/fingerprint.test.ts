import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '@/domain/record/fingerprint';

describe('the fingerprint of a digest', () => {
  it('[R14] is its first 88 bits as eight words of a fixed list', () => {
    expect(fingerprintOf('0'.repeat(64))).toBe(Array.from({ length: 8 }, () => 'abandon').join(' '));
    expect(fingerprintOf('f'.repeat(64))).toBe(Array.from({ length: 8 }, () => 'zoo').join(' '));
    // 00000000001 00000000010 and so on: the second and the third word of the list.
    expect(
      fingerprintOf(`00200800${'0'.repeat(56)}`)
        .split(' ')
        .slice(0, 3),
    ).toEqual(['ability', 'able', 'abandon']);
  });

  it('[R14] differs when one of these bits does', () => {
    const digest = 'c0ffee'.padEnd(64, '5');
    for (let bit = 0; bit < 88; bit += 1) {
      const other = (BigInt(`0x${digest}`) ^ (1n << BigInt(255 - bit))).toString(16).padStart(64, '0');
      expect(fingerprintOf(other)).not.toBe(fingerprintOf(digest));
    }
  });

  it('[R14] is of nothing but a SHA-256 in hex', () => {
    for (const wrong of ['', 'abc', 'A'.repeat(64)]) expect(() => fingerprintOf(wrong)).toThrow();
  });
});
