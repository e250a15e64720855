import { expect, it } from 'vitest';
import { changedCharacters } from '@/domain/correction/changed-characters';

it.each([
  ['ceasefire', 'ceasefire', 40, 0],
  ['ceasfire', 'ceasefire', 40, 1],
  ['recieved', 'received', 40, 2],
  ['', 'word', 4, 4],
  ['', 'word', 3, undefined],
  ['one two', 'one three', 40, 6],
  ['перемирря', 'перемир’я', 40, 2],
  ['🕊️ peace', 'peace', 40, 3],
  ['a'.repeat(500), `${'a'.repeat(500)}b`, 1, 1],
  ['a'.repeat(500), 'b'.repeat(500), 40, undefined],
])('[GC2] counts the characters that came and went from %j to %j up to %i', (before, after, limit, expected) => {
  expect(changedCharacters(before, after, limit)).toBe(expected);
  expect(changedCharacters(after, before, limit)).toBe(expected);
});
