import { z } from 'zod';
import { clauseIds } from '@/domain/charter/clauses';
import { correctionGrades } from '@/domain/correction/grades';

/** The API's answer to a preview, parsed at the edge like everything that comes over a wire. */
const Preview = z.object({
  number: z.int(),
  seq: z.int(),
  findings: z.array(
    z.object({
      clause: z.enum(clauseIds),
      met: z.boolean(),
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  bytes: z.string().optional(),
  sha256: z.string().optional(),
  unchangedSince: z.int().optional(),
  corrects: z
    .object({
      number: z.int(),
      bytes: z.string(),
      isRetracted: z.boolean(),
      challenges: z.array(z.object({ id: z.string(), number: z.int() })),
      grade: z.enum(correctionGrades),
      characters: z.int().optional(),
      changes: z.array(z.object({ field: z.string(), language: z.string().optional(), demands: z.enum(correctionGrades) })),
    })
    .optional(),
  fault: z.looseObject({ code: z.string() }).optional(),
});
export type Preview = z.infer<typeof Preview>;
export type Corrects = NonNullable<Preview['corrects']>;

export function readPreview(body: unknown): Preview {
  return Preview.parse(body);
}
