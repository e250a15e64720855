import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import type { FrozenRecord, FrozenTexts } from '@/domain/record/frozen-record';
import { plainText } from '@/domain/record/plain-text';

export type ComparedField =
  | keyof FrozenTexts
  | keyof FrozenRecord['fields']
  | 'sources'
  | 'appearances'
  | 'searches'
  | 'reply'
  | 'primaryJustification'
  | 'languages'
  | 'charter'
  | 'parties';

/** A field that two frozen records say differently. */
export type RecordChange = {
  field: ComparedField;
  /** Of a text. */
  language?: string;
  /** Whether the verdict itself is said in this field. */
  isVerdict: boolean;
  /** Whether something was added at the end and nothing else touched. */
  isAppended: boolean;
  /** Both texts, where no more than spelling or form may differ: the same figures, and the same citations in the same order. */
  spelling?: { before: string; after: string };
};

/**
 * What differs between two frozen records, field by field (SPEC GC2). Left out are the salt and the schema's version, which say nothing, and the acceptances,
 * which follow the question and the parties.
 */
export function compareRecords(before: FrozenRecord, after: FrozenRecord): RecordChange[] {
  const languages = Object.keys(after.texts).filter((language) => Object.hasOwn(before.texts, language));
  return [
    ...languages.flatMap((language) => textChanges(language, before.texts[language], after.texts[language])),
    ...scalarChanges(before.fields, after.fields),
    ...changed('sources', before.sources, after.sources, { isVerdict: true }),
    ...changed('appearances', before.appearances, after.appearances, {
      isAppended: extend(before.appearances, after.appearances),
    }),
    ...changed('searches', before.searches, after.searches, { isAppended: extend(before.searches, after.searches) }),
    ...changed('reply', before.reply ?? null, after.reply ?? null, { isAppended: isMoreReply(before.reply, after.reply) }),
    ...changed('primaryJustification', before.primaryJustification ?? null, after.primaryJustification ?? null),
    ...changed('languages', languagesOf(before), languagesOf(after)),
    ...changed('charter', before.charter, after.charter),
    ...changed('parties', before.parties, after.parties),
  ];
}

const verdictTexts: readonly (keyof FrozenTexts)[] = ['title', 'question', 'finding', 'summary'];

function textChanges(language: string, before: FrozenTexts | undefined, after: FrozenTexts | undefined): RecordChange[] {
  if (before === undefined || after === undefined) return [];
  const names: (keyof FrozenTexts)[] = ['title', 'question', 'finding', 'summary', 'claimText', 'context', 'analysis'];
  return names.flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    const [said, says] = [textOf(was), textOf(is)];
    const spelling = said.fixed === says.fixed ? { spelling: { before: said.text, after: says.text } } : {};
    const isAppended =
      (field === 'context' && isAddedTo(said.text, says.text)) || (Array.isArray(was) && Array.isArray(is) && extend(was, is));
    const isVerdict = verdictTexts.includes(field);
    return changed(field, was, is, { isVerdict, isAppended, ...spelling }).map((change) => ({ ...change, language }));
  });
}

/** Where a sentence or a line is over, with what closes a quotation or a bracket after it, in any script. */
const overBefore = /(?:^|\n|\p{Sentence_Terminal}[\p{Pe}\p{Pf}"'’]*)\s*$/u;

/** Whether a text goes on where another is over. What only begins alike says something else: "it cost 12" is not added to by "it cost 120", nor by "it cost 12 million". */
function isAddedTo(before: string, after: string): boolean {
  if (!after.startsWith(before)) return false;
  const added = after.slice(before.length);
  if (before.trim() === '' || /^[^\S\n]*\n/u.test(added)) return true;
  return overBefore.test(before) && (/\s$/u.test(before) || /^\s/u.test(added));
}

/** A text's words, and what no spelling touches. */
function textOf(value: FrozenTexts[keyof FrozenTexts]): { text: string; fixed: string } {
  const cited: string[] = [];
  const noting = (source: string) => {
    cited.push(source);
    return '';
  };
  const text = typeof value === 'string' ? value : plainText(value, noting);
  return { text, fixed: JSON.stringify([figuresIn(text), cited]) };
}

/** Names and topics have a spelling; a day and a rating have none. */
const spelled: readonly (keyof FrozenRecord['fields'])[] = ['claimantName', 'claimantRole', 'topics', 'track'];

function scalarChanges(before: FrozenRecord['fields'], after: FrozenRecord['fields']): RecordChange[] {
  const names: (keyof FrozenRecord['fields'])[] = ['rating', 'statedOn', ...spelled];
  return names.flatMap((field) => {
    const [was, is] = [before[field], after[field]].map((value) => [value ?? []].flat());
    if (was === undefined || is === undefined) return [];
    const [said, says] = [was.join('\n'), is.join('\n')];
    const isSpelling = spelled.includes(field) && was.length === is.length && figuresIn(said) === figuresIn(says);
    const spelling = isSpelling ? { spelling: { before: said, after: says } } : {};
    return changed(field, was, is, { isVerdict: field === 'rating', ...spelling });
  });
}

function changed(
  field: ComparedField,
  before: unknown,
  after: unknown,
  how: Partial<Omit<RecordChange, 'field'>> = {},
): RecordChange[] {
  return same(before, after) ? [] : [{ field, isVerdict: false, isAppended: false, ...how }];
}

/** Each list of a reply is only added to, and the window that it counts from is the same. */
function isMoreReply(before: FrozenRecord['reply'], after: FrozenRecord['reply']): boolean {
  if (before === undefined || after === undefined) return false;
  const lists = ['contacts', 'replies', 'waivers'] as const;
  const isSameWindow = before.askedAt === after.askedAt && before.windowHours === after.windowHours;
  return isSameWindow && lists.every((list) => extend(before[list], after[list]));
}

function languagesOf({ language, texts }: FrozenRecord): unknown {
  return [language, Object.keys(texts).sort()];
}

function extend(before: readonly unknown[], after: readonly unknown[]): boolean {
  return same(before, after.slice(0, before.length));
}

function same(one: unknown, other: unknown): boolean {
  return digestOf(canonicalBytes(one)) === digestOf(canonicalBytes(other));
}

/** The figures of a text in their order: 68 that becomes 86 is not a matter of spelling. */
function figuresIn(text: string): string {
  return (text.match(/\p{N}+/gu) ?? []).join(' ');
}
