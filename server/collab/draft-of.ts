import type * as Y from 'yjs';
import { DraftFields, type DraftTexts, emptyTexts, type RecordDraft } from '@/domain/record/draft';
import { type Block, fieldNames, fieldsMap, parseRootName, type TextName } from '@/domain/record/shape';
import { readBlocks, readParagraphs, UnprojectableError } from './text-tree';

/** A record's live document as plain data in NFC (SPEC R1). Throws UnprojectableError on what no record has. */
export function draftOf(doc: Y.Doc): RecordDraft {
  const texts: Record<string, DraftTexts> = {};
  for (const { name, text, language, fragment } of recordTexts(doc)) {
    const before = texts[language] ?? emptyTexts;
    texts[language] = { ...before, ...read(text, fragment, name) };
  }
  return { texts: sortedByKey(texts), fields: readFields(doc) };
}

export type RecordText = { name: string; text: TextName; language: string; fragment: Y.XmlFragment };

/** The texts somebody has begun. An empty root is one that a reader's editor asked for: it is in no update. */
export function recordTexts(doc: Y.Doc): RecordText[] {
  return [...doc.share.keys()].flatMap((name) => {
    const parsed = parseRootName(name);
    if (parsed === undefined) return [];
    const fragment = doc.getXmlFragment(name);
    return fragment.length === 0 ? [] : [{ name, ...parsed, fragment }];
  });
}

function read(text: TextName, fragment: Y.XmlFragment, name: string): Partial<DraftTexts> {
  try {
    return text === 'analysis' ? { analysis: withoutTrailingBlanks(readBlocks(fragment)) } : { [text]: readParagraphs(fragment) };
  } catch (cause) {
    if (cause instanceof UnprojectableError) throw new UnprojectableError(`${cause.where}, in ${name}`);
    throw cause;
  }
}

/** The editor keeps an empty paragraph at the end to click into; it is nobody's text. */
function withoutTrailingBlanks(blocks: Block[]): Block[] {
  const last = blocks.findLastIndex((block) => block.type !== 'paragraph' || block.content.length > 0);
  return blocks.slice(0, last + 1);
}

function readFields(doc: Y.Doc): DraftFields {
  const map = doc.getMap(fieldsMap);
  const filled = fieldNames.flatMap((name) => {
    const value = normalised(map.get(name));
    return isBlank(value) ? [] : [[name, value] as const];
  });
  const parsed = DraftFields.safeParse(Object.fromEntries(filled));
  if (parsed.success) return parsed.data;
  throw new UnprojectableError(`a value of the field ${parsed.error.issues[0]?.path.join('.') ?? ''} that it cannot have`);
}

function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  return Array.isArray(value) ? value.map(normalised).filter((item) => !isBlank(item)) : value;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function sortedByKey<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
