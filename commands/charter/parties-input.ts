import { z } from 'zod';
import { letters } from '@/domain/policies/borrowed-name';
import { id, line, text } from '@/domain/text-input';

const standing = z.enum(['signing', 'observing']);

/** The parties of an amendment: those that are known by their ids, and those that join by their names. */
export const PartiesInput = z
  .strictObject({
    known: z.array(z.strictObject({ id, standing })).max(12),
    joining: z
      .array(z.strictObject({ name: line(120), letter: text(1).refine((letter) => /^\p{L}$/u.test(letter)), standing }))
      .max(12),
  })
  .superRefine(({ known, joining }, context) => {
    if (new Set(known.map((party) => party.id)).size !== known.length)
      context.addIssue({ code: 'custom', message: 'not-unique', path: ['known'] });
    for (const field of ['name', 'letter'] as const) {
      const values = joining.map((party) => letters(party[field]));
      const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
      if (twice !== -1) context.addIssue({ code: 'custom', message: 'not-unique', path: ['joining', twice, field] });
    }
  });
export type PartiesChosen = z.output<typeof PartiesInput>;
