import type { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

/** One fault of an input: the field's path and the code of a sentence in messages/ (`errors.field.<code>`), with its numbers. */
export type InputIssue = { field: string; code: string } & Record<string, unknown>;
export type InputRefusal = Refusal<'invalid-input'> & { issues: InputIssue[] };

/** The input in its schema's type, or every fault of it at once. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>, InputRefusal> {
  // Without the input an absent field could not be told from one of another type.
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success ? ok(parsed.data) : refuse({ code: 'invalid-input', issues: parsed.error.issues.map(issueOf) });
}

const ownCodes = new Set([
  'forbidden-character',
  'required',
  'too-long',
  'not-a-web-address',
  'too-short',
  'not-a-day',
  'not-an-email',
  'not-unique',
  'mixed-scripts',
]);

function issueOf(issue: z.core.$ZodIssue): InputIssue {
  const field = issue.path.join('.');
  if (issue.code === 'custom') return { field, code: ownCodes.has(issue.message) ? issue.message : 'invalid', ...issue.params };
  if (issue.code === 'invalid_type' && issue.input === undefined) return { field, code: 'required' };
  if (issue.code === 'unrecognized_keys') return { field: issue.keys.join(', ').slice(0, 100), code: 'unknown-field' };
  return { field, code: 'invalid' };
}
