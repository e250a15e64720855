import { expect, it } from 'vitest';
import { ReplyPart } from '@/app/(public)/_verdict/reply-part';
import { render, wordsOf } from '@/tests/support/render';
import { reading } from './reading';

it.each([
  [48, /no answer by 17 /],
  [0, /The charter set no time for an answer, and none had come when the record was frozen\./],
])('[C18] [RR5] says of a window of %i hours how long an answer was waited for', (windowHours, words) => {
  const shown = reading();
  const contact = { party: 'north', on: '2026-01-15', channel: 'email' as const, asked: 'The writers' };
  const reply = { askedAt: '2026-01-15T10:00:00Z', windowHours, contacts: [contact], replies: [], waivers: [] };
  const verdict = { ...shown.verdict, record: { ...shown.verdict.record, reply } };
  expect(wordsOf(render(<ReplyPart reading={{ ...shown, verdict }} />))).toMatch(words);
});
