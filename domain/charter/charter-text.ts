import { z } from 'zod';
import { type ClauseId, clauseIds, firstClauseIds } from './clauses';
import { CharterParameters, FirstParameters, unratifiedParameters } from './parameters';

const words = {
  type: z.literal('charter'),
  workspace: z.string(),
  number: z.int().min(1),
  language: z.string(),
  title: z.string().min(1),
  preamble: z.string().min(1),
  parties: z.array(z.strictObject({ id: z.string(), name: z.string(), standing: z.enum(['signing', 'observing']) })).min(1),
};
const clause = { title: z.string().min(1), text: z.string().min(1) };

/** The first schema, which stays readable: what its parties did not ratify reads as none (SPEC H11). */
const CharterV1 = z
  .strictObject({
    v: z.literal(1),
    ...words,
    clauses: z.array(z.strictObject({ id: z.enum(firstClauseIds), ...clause })),
    parameters: FirstParameters,
  })
  .transform((charter) => ({ ...charter, parameters: { ...charter.parameters, ...unratifiedParameters } }));

const CharterV2 = z.strictObject({
  v: z.literal(2),
  ...words,
  clauses: z.array(z.strictObject({ id: z.enum(clauseIds), ...clause })),
  parameters: CharterParameters,
});

/** A charter version as it is stored, hashed and ratified: closed, versioned, with the words of each clause beside its parameters. */
export const Charter = z.union([CharterV2, CharterV1]);
export type Charter = z.infer<typeof Charter>;

/** Whether a charter lists a clause. What it does not list binds nobody under it, though the software could enforce it (SPEC H11). */
export function lists({ clauses }: { clauses: readonly { id: ClauseId }[] }, id: ClauseId): boolean {
  return clauses.some((one) => one.id === id);
}

/** Of what the clauses say, what the clauses that a charter lists say (SPEC H11). */
export function findingsUnder<Finding extends { clause: ClauseId }>(
  charter: { clauses: readonly { id: ClauseId }[] },
  findings: Finding[],
): Finding[] {
  return findings.filter(({ clause: id }) => lists(charter, id));
}
