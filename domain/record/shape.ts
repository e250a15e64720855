import { z } from 'zod';

/**
 * The shape of a record's live document, as data: root names, nodes, marks and fields. The editor, the
 * collaboration server and the frozen record all read this one table, so that nothing can be typed that cannot be frozen.
 *
 * Every text is a `Y.XmlFragment` named `<text>:<language>`; the scalars live in one `Y.Map` named `fields`.
 */
export const textNames = ['title', 'question', 'finding', 'claimText', 'context', 'summary', 'analysis'] as const;
export type TextName = (typeof textNames)[number];

/** Texts of one paragraph, with the most characters each may hold (Unicode code points). */
export const paragraphLimits = {
  title: 75,
  question: 300,
  finding: 400,
  claimText: 2000,
  context: 2000,
  summary: 1200,
} as const satisfies Record<Exclude<TextName, 'analysis'>, number>;

export const analysisLimit = 40_000;

/** Texts that may stay empty in a frozen record. */
export const optionalTexts: readonly TextName[] = ['context', 'summary'];

/** The one scalar map. A field that is not listed here is not part of a record. */
export const fieldsMap = 'fields';
export const fieldNames = ['statedOn', 'claimantName', 'claimantRole', 'topics', 'track', 'rating'] as const;
export type FieldName = (typeof fieldNames)[number];

/** A BCP 47 tag of the kind the desk offers: a primary language, optionally a script or region. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);

/** The name of the document root that holds a text in a language. */
export function rootName(text: TextName, language: string): string {
  return `${text}:${language}`;
}

/** The text and language behind a root name, or undefined when the name is no text of a record. */
export function parseRootName(name: string): { text: TextName; language: string } | undefined {
  const [text, language, ...rest] = name.split(':');
  const known = textNames.find((candidate) => candidate === text);
  if (known === undefined || language === undefined || rest.length > 0) return undefined;
  return LanguageTag.safeParse(language).success ? { text: known, language } : undefined;
}

/** Node and mark names that an analysis may hold, in ProseMirror's spelling. There is no link mark: a link would evade the source clauses. */
export const analysisNodes = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'citation',
  'text',
  'hardBreak',
] as const;
export const analysisMarks = ['bold', 'italic'] as const;
export type Mark = (typeof analysisMarks)[number];

const Inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(z.enum(analysisMarks)).min(1).optional() }),
  z.strictObject({ type: z.literal('citation'), source: z.string() }),
  z.strictObject({ type: z.literal('break') }),
]);
export type Inline = z.infer<typeof Inline>;

export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'heading'; level: 2 | 3; content: Inline[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'quotation'; content: Block[] };

/** A block of an analysis. Closed: an unknown node is refused, never dropped in silence. */
export const Block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), content: z.array(Inline) }),
    z.strictObject({ type: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), content: z.array(Inline) }),
    z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(Block)) }),
    z.strictObject({ type: z.literal('quotation'), content: z.array(Block) }),
  ]),
);
