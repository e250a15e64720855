import { expect, it } from 'vitest';
import { shortenDigest } from '@/components/ui/shorten-digest';

const digest = '9f2c41e07a6388b1c0d2e3f4a5968778695a4b3c2d1e0f00112233445be0d81b';

it('keeps the beginning and the end of a digest', () => {
  expect(shortenDigest(digest)).toBe('9f2c41e07a63…5be0d81b');
});

it('leaves a text whole that the short form would not shorten', () => {
  expect(shortenDigest(digest.slice(0, 21))).toBe(digest.slice(0, 21));
  expect(shortenDigest(digest.slice(0, 22))).toContain('…');
});
