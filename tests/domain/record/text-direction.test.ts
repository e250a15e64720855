import { expect, it } from 'vitest';
import { isFromTheRight } from '@/domain/record/text-direction';

it.each([
  ['ar', true],
  ['fa-AF', true],
  ['ku-Arab', true],
  ['en', false],
  ['ar-Latn', false],
  ['', false],
])('%j is written from right to left: %s', (language, expected) => expect(isFromTheRight(language)).toBe(expected));
