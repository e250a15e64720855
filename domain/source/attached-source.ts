import { z } from 'zod';
import { LanguageTag } from '@/domain/record/shape';
import { hex64, id, optionalDay, optionalText, text, webAddress } from '@/domain/text-input';
import { PublisherName } from './publisher-name';

/** Whom a publisher stands with: a party, nobody, or it is not known. Unknown is never non-aligned (C08). */
export const Alignment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('party'), partyId: id }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

/** A publisher known to the workspace, or a new one with its owner. */
export const PublisherInput = z.union([
  z.strictObject({ id }),
  z.strictObject({
    name: PublisherName,
    /** Left out: it owns itself. */
    owner: z.preprocess(
      (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
      PublisherName.optional(),
    ),
    country: z.preprocess(
      (value) => (value === '' ? undefined : value),
      z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    ),
    alignment: Alignment,
  }),
]);
export type PublisherInput = z.infer<typeof PublisherInput>;

/** What a source is said to be; the attaching party proposes it, another party accepts or disputes it (SPEC S2). */
export const Grading = z.strictObject({
  stance: z.enum(['supports', 'undermines', 'context']),
  primacy: z.enum(['primary', 'secondary']),
  interest: z.enum(['none', 'declared', 'unknown']),
  interestNote: optionalText(500),
});
export type Grading = z.infer<typeof Grading>;

const described = {
  title: text(300),
  publisher: PublisherInput,
  language: LanguageTag,
  publishedOn: optionalDay,
  /** In our words (SPEC S9). */
  says: text(1000),
  /** The passage itself, word for word. */
  quotation: optionalText(2000),
  locator: optionalText(200),
  ...Grading.shape,
};

/** A declared interest names it. */
function interestIsNamed(value: { interest: string; interestNote?: string | undefined }, context: z.RefinementCtx): void {
  if (value.interest === 'declared' && value.interestNote === undefined)
    context.addIssue({ code: 'custom', message: 'required', path: ['interestNote'] });
}

/** A source as it is attached: an address, bytes that are stored already, or a document named without a link (SPEC S1). */
export const AttachedSource = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('url'), url: webAddress, ...described }),
    z.strictObject({ kind: z.literal('file'), fileSha256: hex64, ...described }),
    z.strictObject({ kind: z.literal('reference'), ...described }),
  ])
  .superRefine(interestIsNamed);
export type AttachedSource = z.infer<typeof AttachedSource>;

export const ChangedGrading = Grading.superRefine(interestIsNamed);
