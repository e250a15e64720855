import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseInput } from '@/commands/parse-input';
import { day, reason, text } from '@/domain/text-input';

const Input = z.strictObject({ title: text(5), why: reason(4, 10), on: day, count: z.int() });

it('gives the parsed value', () => {
  const input = { title: ' ab ', why: 'because', on: '2026-03-02', count: 1 };
  expect(parseInput(Input, input)).toEqual({ ok: true, value: { ...input, title: 'ab' } });
});

it('names every fault at once: its field, its code and its numbers', () => {
  const result = parseInput(Input, { title: 'abcdef', why: 'no', count: '1', role: 'steward' });
  expect(result).toEqual({
    ok: false,
    refusal: {
      code: 'invalid-input',
      issues: expect.arrayContaining([
        { field: 'title', code: 'too-long', length: 6, max: 5 },
        { field: 'why', code: 'too-short', length: 2, min: 4 },
        { field: 'on', code: 'required' },
        { field: 'count', code: 'invalid' },
        { field: 'role', code: 'unknown-field' },
      ]),
    },
  });
  expect(!result.ok && result.refusal.issues).toHaveLength(5);
});

it('takes no sentence of the parser for a code, and bounds the names that others invent', () => {
  const schema = z.strictObject({ a: z.string().refine(() => false, 'A sentence of somebody else.') });
  expect(parseInput(schema, { a: 'x' })).toMatchObject({ refusal: { issues: [{ field: 'a', code: 'invalid' }] } });
  const long = parseInput(z.strictObject({}), { ['x'.repeat(5000)]: 1 });
  expect(!long.ok && long.refusal.issues[0]?.field).toHaveLength(100);
  expect(parseInput(schema, null)).toMatchObject({ refusal: { issues: [{ field: '', code: 'invalid' }] } });
});
