import { z } from 'zod';
import { clauseIds } from './clauses';
import { CharterParameters } from './parameters';

/** A charter version as it is stored, hashed and ratified: closed, versioned, with the words of each clause beside its parameters. */
export const Charter = z.strictObject({
  v: z.literal(1),
  type: z.literal('charter'),
  workspace: z.string(),
  number: z.int().min(1),
  language: z.string(),
  title: z.string().min(1),
  preamble: z.string().min(1),
  clauses: z.array(z.strictObject({ id: z.enum(clauseIds), title: z.string().min(1), text: z.string().min(1) })),
  parameters: CharterParameters,
  parties: z.array(z.strictObject({ id: z.string(), name: z.string(), standing: z.enum(['signing', 'observing']) })).min(1),
});
export type Charter = z.infer<typeof Charter>;
