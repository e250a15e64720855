import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64UrlOf } from '@/domain/record/base64-url';

it('writes any bytes as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(base64UrlOf(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }),
  );
});
