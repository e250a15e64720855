import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import type { DraftTexts, RecordDraft } from '@/domain/record/draft';
import { type FreezeInput, type FrozenBytes, freezeRecord } from '@/domain/record/freeze';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { paragraphLimits } from '@/domain/record/shape';
import type { Refusal, Result } from '@/domain/result';
import { draftTexts, freezeInput, frozenSource, north } from '../build';

const frozen = (change: Partial<FreezeInput> = {}) => acceptedOf(freezeRecord(freezeInput(change)));
const withTexts = (texts: Partial<DraftTexts>, fields: RecordDraft['fields'] = { rating: 'not-accurate' }) => ({
  draft: { texts: { en: draftTexts(texts) }, fields },
});
/** A record in English and Arabic. */
const inTwo = (en: Partial<DraftTexts>, ar: Partial<DraftTexts>): Partial<FreezeInput> => ({
  draft: { texts: { en: draftTexts(en), ar: draftTexts(ar) }, fields: { rating: 'not-accurate' } },
  languages: ['en', 'ar'],
});
const paragraph = (text: string): DraftTexts['analysis'] => [{ type: 'paragraph', content: [{ type: 'text', text }] }];
const words = (length: number) => 'x'.repeat(length);

const refusals: [string, Partial<FreezeInput>, Refusal][] = [
  ...(['title', 'question', 'finding', 'claimText'] as const).flatMap((text): [string, Partial<FreezeInput>, Refusal][] => [
    [`[R4] without ${text}`, withTexts({ [text]: '' }), { code: 'text-missing', text, language: 'en' }],
    [`[R4] with white space for ${text}`, withTexts({ [text]: ' \n' }), { code: 'text-missing', text, language: 'en' }],
    [
      `[R4] with marks that nobody sees for ${text}`,
      withTexts({ [text]: '\u200F' }),
      { code: 'text-missing', text, language: 'en' },
    ],
  ]),
  ['[R4] without an analysis', withTexts({ analysis: [] }), { code: 'text-missing', text: 'analysis', language: 'en' }],
  [
    '[R4] with an analysis of empty paragraphs',
    withTexts({ analysis: [{ type: 'paragraph', content: [] }] }),
    { code: 'text-missing', text: 'analysis', language: 'en' },
  ],
  [
    '[R4] with an analysis that only cites',
    withTexts({ analysis: [{ type: 'paragraph', content: [{ type: 'citation', source: 'source-1' }] }] }),
    { code: 'text-missing', text: 'analysis', language: 'en' },
  ],
  [
    '[LG2] with a language that nobody has begun',
    { languages: ['en', 'ar'] },
    { code: 'translation-missing', text: 'title', language: 'ar' },
  ],
  ...(['title', 'question', 'finding', 'claimText'] as const).map((text): [string, Partial<FreezeInput>, Refusal] => [
    `[LG2] with a language that lacks ${text}`,
    inTwo({}, { [text]: ' ' }),
    { code: 'translation-missing', text, language: 'ar' },
  ]),
  [
    '[LG2] with a language that lacks the analysis',
    inTwo({}, { analysis: [] }),
    { code: 'translation-missing', text: 'analysis', language: 'ar' },
  ],
  ...(['context', 'summary'] as const).flatMap((text): [string, Partial<FreezeInput>, Refusal][] => [
    [
      `[LG2] with a ${text} that another language lacks`,
      inTwo({ [text]: 'A week went before.' }, {}),
      { code: 'translation-missing', text, language: 'ar' },
    ],
    [
      `[LG2] with a ${text} that the main language lacks`,
      inTwo({}, { [text]: 'سبقه أسبوع.' }),
      { code: 'translation-missing', text, language: 'en' },
    ],
  ]),
  [
    '[R4] with a title that is too long in another language',
    inTwo({}, { title: words(76) }),
    { code: 'text-long', text: 'title', language: 'ar', characters: 76, limit: 75 },
  ],
  [
    '[R4] with its main language left out of the list',
    { language: 'ar', languages: ['en'] },
    { code: 'text-missing', text: 'title', language: 'ar' },
  ],
  ...Object.entries(paragraphLimits).map(([text, limit]): [string, Partial<FreezeInput>, Refusal] => [
    `[R4] with ${limit + 1} characters of ${text}`,
    withTexts({ [text]: words(limit + 1) }),
    { code: 'text-long', text, language: 'en', characters: limit + 1, limit },
  ]),
  [
    '[R4] with 40,001 characters of analysis',
    withTexts({ analysis: paragraph(words(40_001)) }),
    { code: 'text-long', text: 'analysis', language: 'en', characters: 40_001, limit: 40_000 },
  ],
  ['[R4] without a rating', withTexts({}, {}), { code: 'rating-missing' }],
  ['[R4] with a rating off the charter', withTexts({}, { rating: 'rubbish' }), { code: 'rating-unknown', rating: 'rubbish' }],
  [
    '[R5] with a bidi override in the title',
    withTexts({ title: 'a\u202Eb' }),
    { code: 'forbidden-character', text: 'title', language: 'en', position: 1, character: 'U+202E' },
  ],
  [
    '[R5] with a zero-width space in the context',
    withTexts({ context: 'ab\u200B' }),
    { code: 'forbidden-character', text: 'context', language: 'en', position: 2, character: 'U+200B' },
  ],
  [
    '[R5] with a byte order mark before the question',
    withTexts({ question: '\uFEFFa' }),
    { code: 'forbidden-character', text: 'question', language: 'en', position: 0, character: 'U+FEFF' },
  ],
  [
    '[R5] with a control character in the analysis',
    withTexts({ analysis: paragraph('a\u0000') }),
    { code: 'forbidden-character', text: 'analysis', language: 'en', position: 1, character: 'U+0000' },
  ],
  [
    '[R5] with a lone surrogate',
    withTexts({ title: 'a\uD800' }),
    { code: 'forbidden-character', text: 'title', language: 'en', position: 1, character: 'U+D800' },
  ],
  [
    '[R5] with an override in the claimant’s name',
    withTexts({}, { rating: 'accurate', claimantName: '\u202Ex' }),
    { code: 'forbidden-character', text: 'claimantName', language: '', position: 0, character: 'U+202E' },
  ],
  [
    '[R5] with an override in a topic',
    withTexts({}, { rating: 'accurate', topics: ['a', '\u202E'] }),
    { code: 'forbidden-character', text: 'topics', language: '', position: 2, character: 'U+202E' },
  ],
  [
    '[R5] with an override in what a source says',
    { sources: [frozenSource(1, { says: 'no\u202E' })] },
    { code: 'forbidden-character', text: 'sources', language: '', position: 2, character: 'U+202E' },
  ],
  [
    '[R5] with an override in a quotation',
    { sources: [frozenSource(1, { quotation: 'no\u202E' })] },
    { code: 'forbidden-character', text: 'sources', language: '', position: 2, character: 'U+202E' },
  ],
  [
    '[R5] with an override in a publisher’s name',
    { sources: [frozenSource(1, { publisher: { name: '\u202E', owner: 'x', alignment: 'none' } })] },
    { code: 'forbidden-character', text: 'sources', language: '', position: 0, character: 'U+202E' },
  ],
  [
    '[R5] with an override in the place where a claim appeared',
    { appearances: [{ title: '\u202E', seenOn: '2026-01-15' }] },
    { code: 'forbidden-character', text: 'appearances', language: '', position: 0, character: 'U+202E' },
  ],
  [
    '[R5] with an override in a search',
    { searches: [{ party: north.id, stance: 'supports', note: '\u202E' }] },
    { code: 'forbidden-character', text: 'searches', language: '', position: 0, character: 'U+202E' },
  ],
  [
    '[R5] with an override in the justification',
    { primaryJustification: 'a\u202E' },
    { code: 'forbidden-character', text: 'primaryJustification', language: '', position: 1, character: 'U+202E' },
  ],
  [
    '[R6] that cites what is no accepted source of its claim',
    { sources: [frozenSource(2)] },
    { code: 'citation-unknown', source: 'source-1' },
  ],
  [
    '[R6] that cites an unknown source in a translation',
    {
      languages: ['en', 'ar'],
      draft: {
        texts: {
          en: draftTexts(),
          ar: draftTexts({
            analysis: [
              {
                type: 'quotation',
                content: [
                  {
                    type: 'paragraph',
                    content: [
                      { type: 'text', text: 'x' },
                      { type: 'citation', source: 'gone' },
                    ],
                  },
                ],
              },
            ],
          }),
        },
        fields: { rating: 'accurate' },
      },
    },
    { code: 'citation-unknown', source: 'gone' },
  ],
];

describe('freezing a record', () => {
  it.each(refusals)('%s is refused', (_, change, refusal) =>
    expect(freezeRecord(freezeInput(change))).toEqual({ ok: false, refusal }),
  );

  it('[R3] gives a record of the closed schema, its canonical bytes and their digest', () => {
    const { record, bytes, sha256 } = frozen();
    expect(FrozenRecord.parse(JSON.parse(new TextDecoder().decode(bytes)))).toEqual(record);
    expect(bytes).toEqual(canonicalBytes(record));
    expect(sha256).toBe(digestOf(bytes));
  });

  it.each(Object.entries(paragraphLimits))('[R4] takes %s of %i characters', (text, limit) => {
    expect(frozen(withTexts({ [text]: `  ${words(limit)}  ` })).record.texts.en).toMatchObject({ [text]: words(limit) });
  });

  it('[R4] takes an analysis of 40,000 characters, and counts no citation', () => {
    const analysis: DraftTexts['analysis'] = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: words(40_000) },
          { type: 'citation', source: 'source-1' },
        ],
      },
    ];
    expect(frozen(withTexts({ analysis })).record.texts.en?.analysis).toEqual(analysis);
  });

  it('[R4] lets context and summary be empty', () => {
    expect(frozen().record.texts.en).toMatchObject({ context: '', summary: '' });
  });

  it('[R3] holds the listed languages and the main one, and no draft in any other', () => {
    const draft = { texts: { en: draftTexts(), ar: draftTexts(), fr: draftTexts() }, fields: { rating: 'accurate' } };
    expect(Object.keys(frozen({ draft, languages: ['ar'] }).record.texts).sort()).toEqual(['ar', 'en']);
  });

  it('[LG2] takes what may be left out in every language or in none', () => {
    const both = frozen(inTwo({ summary: 'In short.' }, { summary: 'باختصار.' })).record.texts;
    expect([both.en?.summary, both.ar?.summary]).toEqual(['In short.', 'باختصار.']);
    expect(Object.keys(frozen(inTwo({}, {})).record.texts)).toEqual(['en', 'ar']);
  });

  it('[LG2] gives a record in one language the bytes that it had before there could be two', () => {
    const { bytes } = frozen();
    const other = { texts: { en: draftTexts(), ar: draftTexts() }, fields: { rating: 'not-accurate' } };
    expect(frozen({ draft: other }).bytes).toEqual(bytes);
  });

  it('[R3] spells an absent fact in one way only', () => {
    expect(frozen({ primaryJustification: undefined }).sha256).toBe(frozen().sha256);
    expect(frozen(withTexts({}, { rating: 'not-accurate', track: undefined })).sha256).toBe(frozen().sha256);
  });

  it('[R3] is separated from the same words in another round by its salt', () => {
    expect(frozen({ salt: digestOf('another round') }).sha256).not.toBe(frozen().sha256);
  });

  it('[R6] cites any accepted source', () => {
    expect(frozen({ sources: [frozenSource(1), frozenSource(2)] }).record.sources).toHaveLength(2);
  });

  it('faults on what no draft can hold, which is a bug and no refusal', () => {
    expect(() => freezeRecord(freezeInput({ salt: 'short' }))).toThrow('salt');
  });
});

const letters = fc.array(fc.constantFrom(...'abzéßжبت漢😀0 '), { minLength: 1, maxLength: 40 }).map((all) => `.${all.join('')}.`);
const anyTexts = fc.record({
  title: letters,
  question: letters,
  finding: letters,
  claimText: letters,
  context: letters,
  summary: letters,
  analysis: letters.map(paragraph),
});

describe('frozen bytes', () => {
  it('[R2] are the same when the same record is frozen again, whatever the order of names and languages', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (en, ar) => {
        const fields = { rating: 'accurate', track: 'security' };
        const once = frozen({ draft: { texts: { en, ar }, fields }, languages: ['en', 'ar'] });
        const again = frozen({
          draft: { fields: turned(fields), texts: { ar: turned(ar), en: turned(en) } },
          languages: ['ar', 'en', 'en'],
        });
        expect(again).toEqual(once);
      }),
    );
  });

  it('[C23] have another digest when any one character of any text changes', () => {
    const name = fc.constantFrom('title', 'question', 'finding', 'claimText', 'context', 'summary', 'analysis');
    fc.assert(
      fc.property(anyTexts, name, fc.nat(), fc.constantFrom(...'xyз٣'), (texts, text, at, letter) => {
        const change = (old: string) => replaceAt(old, at, letter);
        const changed =
          text === 'analysis'
            ? { ...texts, analysis: changeText(texts.analysis, change) }
            : { ...texts, [text]: change(texts[text]) };
        const [before, after] = [texts, changed].map(
          (one) => frozen({ draft: { texts: { en: one }, fields: { rating: 'accurate' } } }).sha256,
        );
        expect(after).not.toBe(before);
      }),
    );
  });

  it('[C23] have another digest when any one value beside the texts changes', () => {
    const changes: Partial<FreezeInput>[] = [
      { workspace: 'other' },
      { claim: 'other' },
      { charter: { number: 2, sha256: digestOf('charter') } },
      { charter: { number: 1, sha256: digestOf('other') } },
      { appearances: [] },
      { acceptances: [] },
      { searches: [] },
      { parties: freezeInput().parties.slice(0, 2) },
      { sources: [frozenSource(1, { stance: 'supports' })] },
      { sources: [frozenSource(1), frozenSource(2)] },
      { primaryJustification: 'The archive burned down.' },
      withTexts({}, { rating: 'accurate' }),
      withTexts({}, { rating: 'not-accurate', statedOn: '2020-02-29' }),
    ];
    const digests = [{}, ...changes].map((change) => frozen(change).sha256);
    expect(new Set(digests).size).toBe(digests.length);
  });
});

function acceptedOf(result: Result<FrozenBytes>): FrozenBytes {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function turned<T extends object>(value: T): T {
  return Object.assign(Object.create(Object.prototype), Object.fromEntries(Object.entries(value).toReversed()));
}

/** Another letter in the place of one: the letters to choose from are in no generated text. */
function replaceAt(text: string, at: number, letter: string): string {
  const characters = [...text];
  return characters.with(at % characters.length, letter).join('');
}

function changeText(analysis: DraftTexts['analysis'], change: (text: string) => string): DraftTexts['analysis'] {
  return analysis.flatMap((block) =>
    block.type === 'paragraph'
      ? block.content.flatMap((inline) => (inline.type === 'text' ? paragraph(change(inline.text)) : []))
      : [],
  );
}
