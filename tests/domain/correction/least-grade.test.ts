import { expect, it } from 'vitest';
import { leastGrade } from '@/domain/correction/least-grade';
import { freezeRecord } from '@/domain/record/freeze';
import type { FrozenRecord } from '@/domain/record/frozen-record';
import { freezeInput } from '../build';

const frozen = freezeRecord(freezeInput());
if (!frozen.ok) throw new Error(`The test's record cannot be frozen: ${frozen.refusal.code}`);
const before: FrozenRecord = frozen.value.record;
const [language = ''] = Object.keys(before.texts);
const texts = textsOf(before);
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] });
const cited = before.sources[0]?.id ?? '';

function textsOf(record: FrozenRecord) {
  const found = record.texts[language];
  if (found === undefined) throw new Error('A record has its main language.');
  return found;
}

function withTexts(change: Partial<typeof texts>): FrozenRecord {
  return { ...before, texts: { ...before.texts, [language]: { ...texts, ...change } } };
}

const grade = (after: FrozenRecord, minorCharacters = 40, from = before) => leastGrade(from, after, { minorCharacters });
const spelled = withTexts({ context: 'A ceasfire was to be spoken of.' });
const respelled = withTexts({ context: 'A ceasefire was to be spoken of.' });

it('[GC2] [C33] nothing but the salt, the version and the acceptances differs: there is nothing to grade above minor', () => {
  expect(grade({ ...before, salt: '0'.repeat(64), acceptances: [] })).toEqual({ grade: 'minor', changes: [], characters: 0 });
});

it('[GC2] [C33] spelling is minor up to the charter’s number of characters, over all texts together', () => {
  const change = { field: 'context', language, demands: 'minor' };
  expect(grade(respelled, 40, spelled)).toEqual({ grade: 'minor', changes: [change], characters: 1 });
  expect(grade(respelled, 1, spelled).grade).toBe('minor');
  expect(grade(respelled, 0, spelled).grade).toBe('substantial');
  const name = (claimantName: string, record: FrozenRecord) => ({ ...record, fields: { ...record.fields, claimantName } });
  const both = grade(name('Spokesperson', respelled), 3, name('Spokesprson', spelled));
  expect(both).toMatchObject({ grade: 'minor', characters: 2 });
  expect(grade(name('Spokesperson', respelled), 1, name('Spokesprson', spelled)).grade).toBe('substantial');
});

it('[GC2] a changed form is minor, whatever the charter’s number', () => {
  const bold = texts.analysis.map((block) =>
    block.type === 'paragraph'
      ? {
          ...block,
          content: block.content.map((part) => (part.type === 'text' ? { ...part, marks: ['bold' as const] } : part)),
        }
      : block,
  );
  expect(grade(withTexts({ analysis: bold }), 0)).toMatchObject({ grade: 'minor', characters: 0 });
});

it.each(['title', 'question', 'finding', 'summary'] as const)(
  '[GC2] [C33] one letter of the %s makes it substantial: the verdict is said there',
  (field) => {
    expect(grade(withTexts({ [field]: `${texts[field]}s` }))).toEqual({
      grade: 'substantial',
      changes: [{ field, language, demands: 'substantial' }],
    });
  },
);

const others: [string, Partial<FrozenRecord>][] = [
  ['rating', { fields: { ...before.fields, rating: 'unprovable' } }],
  ['statedOn', { fields: { ...before.fields, statedOn: '2026-02-28' } }],
  ['sources', { sources: before.sources.map((source) => ({ ...source, says: `${source.says} ` })) }],
  ['charter', { charter: { ...before.charter, number: before.charter.number + 1 } }],
  ['parties', { parties: before.parties.map((party) => ({ ...party, name: `${party.name}!` })) }],
  ['languages', { texts: { ...before.texts, uk: texts } }],
  ['primaryJustification', { primaryJustification: 'No primary source is open to anybody.' }],
];

it.each(others)('[GC2] [C33] another %s makes it substantial', (field, change) => {
  expect(grade({ ...before, ...change })).toMatchObject({
    grade: 'substantial',
    changes: [expect.objectContaining({ field, demands: 'substantial' })],
  });
});

it('[GC2] [C33] a figure is no spelling, and neither is a citation', () => {
  const figure = (n: number) => withTexts({ context: `It held in ${n} % of cases.` });
  expect(grade(figure(86), 40, figure(68)).grade).toBe('substantial');
  const citing = (source: string) =>
    withTexts({
      analysis: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'So it says. ' },
            { type: 'citation', source },
          ],
        },
      ],
    });
  expect(grade(citing(cited), 40, citing('another')).grade).toBe('substantial');
});

it('[GC2] [C33] what is only added at the end is an update, beside spelling too; what is added before is not', () => {
  const added = paragraph('On 10 March the Security Council welcomed both texts, in its resolution 2513.');
  const appended = withTexts({ analysis: [...texts.analysis, added] });
  expect(grade(appended)).toEqual({ grade: 'update', changes: [{ field: 'analysis', language, demands: 'update' }] });
  expect(grade(withTexts({ analysis: [added, ...texts.analysis] })).grade).toBe('substantial');
  const both = { ...appended, texts: { [language]: { ...textsOf(appended), context: textsOf(respelled).context } } };
  expect(grade(both, 40, spelled)).toMatchObject({
    grade: 'update',
    changes: [
      { field: 'context', demands: 'minor' },
      { field: 'analysis', demands: 'update' },
    ],
  });
  const place = { title: 'Another place', seenOn: '2026-02-01' };
  expect(grade({ ...before, appearances: [...before.appearances, place] }).grade).toBe('update');
  expect(grade({ ...before, appearances: [place, ...before.appearances] }).grade).toBe('substantial');
});

it('[GC2] a reply that came is an update, and a window that moved is substantial', () => {
  const contact = { party: 'north', on: '2026-01-15', channel: 'email' as const, asked: 'Press office' };
  const reply = { askedAt: '2026-01-15T10:00:00Z', windowHours: 48, contacts: [contact], replies: [], waivers: [] };
  const came = {
    id: 'r',
    text: 'We said so.',
    language: 'en',
    receivedOn: '2026-01-20',
    receivedBy: 'north',
    confirmedBy: 'south',
  };
  const asked: FrozenRecord = { ...before, reply };
  expect(grade({ ...before, reply: { ...reply, replies: [came] } }, 40, asked).grade).toBe('update');
  expect(grade({ ...before, reply: { ...reply, windowHours: 24 } }, 40, asked).grade).toBe('substantial');
  expect(grade(asked).grade).toBe('substantial');
});
