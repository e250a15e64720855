import { z } from 'zod';
import { contactChannels } from '@/domain/reply/contact-channels';
import { hex64 } from '@/domain/text-input';
import { DraftFields } from './draft';
import { Block, LanguageTag } from './shape';

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

/** A stored file, so that whoever has a copy can tell whether it is the one that was signed (SPEC F8). */
const FrozenFile = z.strictObject({
  sha256: hex64,
  sizeBytes: z.int().min(1),
  /** What its bytes are, told by the bytes. */
  mediaType: z.string().min(1).max(200),
});
export type FrozenFile = z.infer<typeof FrozenFile>;

export const FrozenSource = z.strictObject({
  id: z.string(),
  number: z.int().min(1),
  kind: z.enum(['url', 'file', 'reference']),
  url: z.string().optional(),
  /** Version 1: the digest alone. */
  fileSha256: hex64.optional(),
  /** Version 2. */
  file: FrozenFile.optional(),
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

/** What came of asking who made the claim (SPEC RR5). */
const FrozenReply = z.strictObject({
  /** When the first contact was recorded: the window runs from here. */
  askedAt: z.iso.datetime({ precision: 0 }).optional(),
  windowHours: z.int().min(0),
  contacts: z.array(z.strictObject({ party: z.string(), on: day, channel: z.enum(contactChannels), asked: z.string().min(1) })),
  replies: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string().min(1),
      language: LanguageTag,
      receivedOn: day,
      receivedBy: z.string(),
      confirmedBy: z.string(),
    }),
  ),
  waivers: z.array(z.strictObject({ party: z.string(), reason: z.string().min(1) })),
});
export type FrozenReply = z.infer<typeof FrozenReply>;

/**
 * A frozen record, schema 3: everything a sign-off covers (C23). Schema 1, which said nothing of a file but its digest (SPEC F8), and schema 2, which said
 * nothing of a reply, are still read. Closed, so that nothing rides along unread. It holds no time of freezing, no proposer and no revision number: the same words give the same bytes, apart from `salt`,
 * which is made once per claim and round. SPEC R3.
 */
export const FrozenRecord = z
  .strictObject({
    v: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    type: z.literal('record'),
    workspace: z.string(),
    claim: z.string(),
    salt: hex64,
    charter: z.strictObject({ number: z.int().min(1), sha256: hex64 }),
    language: LanguageTag,
    parties: z.array(FrozenParty).min(1),
    texts: z.record(LanguageTag, FrozenTexts),
    fields: DraftFields.extend({ rating: z.string().min(1).max(40) }),
    appearances: z.array(
      z.strictObject({ title: z.string(), url: z.string().optional(), seenOn: day, locator: z.string().optional() }),
    ),
    acceptances: z.array(z.strictObject({ party: z.string(), questionSha256: hex64 })),
    sources: z.array(FrozenSource),
    searches: z.array(z.strictObject({ party: z.string(), stance: z.enum(['supports', 'undermines']), note: z.string() })),
    primaryJustification: z.string().optional(),
    /** Version 3, under a charter that lists C18. */
    reply: FrozenReply.optional(),
  })
  .refine(({ v, sources }) => sources.every((source) => isOfVersion(v, source)), { path: ['sources'] })
  .refine(({ v, reply }) => v === 3 || reply === undefined, { path: ['reply'] });
export type FrozenRecord = z.infer<typeof FrozenRecord>;
export type FrozenTexts = z.infer<typeof FrozenTexts>;

/** A record as it is shown. Where its rating was proposed and not adopted it has none, so that nothing behind this can print it (domain/claim SPEC O2). */
export type ShownRecord = Omit<FrozenRecord, 'fields'> & { fields: DraftFields };

/** A file is said in one way in each version, and only of a source that is one. */
function isOfVersion(v: 1 | 2 | 3, { kind, file, fileSha256 }: FrozenSource): boolean {
  if (v === 1) return file === undefined;
  return fileSha256 === undefined && (kind === 'file') === (file !== undefined);
}
