import { describe, expect, it } from 'vitest';
import { openSealed, seal } from '@/platform/seal';

describe('a sealed text', () => {
  it('[M11] is opened for its own purpose alone, and not after a change', () => {
    const sealed = seal('a link', 'mail');
    expect(openSealed(sealed, 'mail')).toBe('a link');
    expect(openSealed(sealed, 'something else')).toBeUndefined();
    const bytes = Buffer.from(sealed, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(openSealed(bytes.toString('base64'), 'mail')).toBeUndefined();
    expect(openSealed('', 'mail')).toBeUndefined();
    expect(seal('a link', 'mail')).not.toBe(sealed);
  });
});
