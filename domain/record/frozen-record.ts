import { z } from 'zod';
import { DraftFields } from './draft';
import { Block, LanguageTag } from './shape';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const FrozenTexts = z.strictObject({
  title: z.string().min(1),
  question: z.string().min(1),
  finding: z.string().min(1),
  claimText: z.string().min(1),
  context: z.string(),
  summary: z.string(),
  analysis: z.array(Block).min(1),
});

const FrozenParty = z.strictObject({
  id: z.string(),
  name: z.string(),
  letter: z.string(),
  position: z.int(),
  standing: z.enum(['signing', 'observing']),
});

export const FrozenSource = z.strictObject({
  id: z.string(),
  number: z.int().min(1),
  kind: z.enum(['url', 'file', 'reference']),
  url: z.string().optional(),
  fileSha256: sha256.optional(),
  title: z.string(),
  publisher: z.strictObject({
    name: z.string(),
    owner: z.string(),
    country: z.string().optional(),
    alignment: z.enum(['party', 'none', 'unknown']),
    alignedWith: z.string().optional(),
  }),
  /** Sources of one group have one owner and count once (C08). */
  group: z.string(),
  language: z.string(),
  publishedOn: day.optional(),
  stance: z.enum(['supports', 'undermines', 'context']),
  primacy: z.enum(['primary', 'secondary']),
  interest: z.enum(['none', 'declared', 'unknown']),
  interestNote: z.string().optional(),
  /** What it says, in the desk's words; the quotation is the passage itself (SPEC S9). */
  says: z.string(),
  quotation: z.string().optional(),
  locator: z.string().optional(),
  attachedBy: z.string(),
  acceptedBy: z.string(),
});
export type FrozenSource = z.infer<typeof FrozenSource>;

/**
 * A frozen record, schema 1: everything a sign-off covers (C23). Closed, so that nothing rides along unread. It holds no time of freezing, no
 * proposer and no revision number: the same words give the same bytes, apart from `salt`, which is made once per claim and round. SPEC R3.
 */
export const FrozenRecord = z.strictObject({
  v: z.literal(1),
  type: z.literal('record'),
  workspace: z.string(),
  claim: z.string(),
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  charter: z.strictObject({ number: z.int().min(1), sha256 }),
  language: LanguageTag,
  parties: z.array(FrozenParty).min(1),
  texts: z.record(LanguageTag, FrozenTexts),
  fields: DraftFields.extend({ rating: z.string().min(1).max(40) }),
  appearances: z.array(
    z.strictObject({ title: z.string(), url: z.string().optional(), seenOn: day, locator: z.string().optional() }),
  ),
  acceptances: z.array(z.strictObject({ party: z.string(), questionSha256: sha256 })),
  sources: z.array(FrozenSource),
  searches: z.array(z.strictObject({ party: z.string(), stance: z.enum(['supports', 'undermines']), note: z.string() })),
  primaryJustification: z.string().optional(),
});
export type FrozenRecord = z.infer<typeof FrozenRecord>;
export type FrozenTexts = z.infer<typeof FrozenTexts>;
