import { describe, expect, it } from 'vitest';
import { AttachedSource, ChangedGrading, PublisherInput } from '@/domain/source/attached-source';

const described = {
  title: 'Agreement for Bringing Peace to Afghanistan',
  publisher: { name: 'Department of State', owner: 'United States', country: 'US', alignment: { kind: 'none' } },
  language: 'en',
  publishedOn: '2020-02-29',
  says: 'Puts a ceasefire on the agenda of later talks.',
  quotation: 'an item on the agenda',
  stance: 'undermines',
  primacy: 'primary',
  interest: 'none',
};
const reference = { kind: 'reference', ...described };
const partyId = '0198a1f2-7c00-7abc-8def-0123456789ab';

const allowed: [string, object][] = [
  ['a document named without a link', reference],
  ['an address', { ...described, kind: 'url', url: 'https://news.example/talks' }],
  ['a stored file', { ...described, kind: 'file', fileSha256: 'a'.repeat(64) }],
  ['a document without a day', { ...reference, publishedOn: '' }],
  ['a document with a known publisher', { ...reference, publisher: { id: partyId } }],
  [
    'a document aligned with a party',
    { ...reference, publisher: { ...described.publisher, alignment: { kind: 'party', partyId } } },
  ],
  ['a declared interest that is named', { ...reference, interest: 'declared', interestNote: 'A party to the agreement.' }],
];

const refused: [string, object][] = [
  ['an address that is no address', { ...described, kind: 'url', url: 'javascript:alert(1)' }],
  ['an address that is missing', { ...described, kind: 'url' }],
  ['a file without its digest', { ...described, kind: 'file', fileSha256: 'a' }],
  ['a reference with a link', { ...reference, url: 'https://news.example' }],
  ['a kind of its own', { ...reference, kind: 'rumour' }],
  ['a source that accepts itself', { ...reference, state: 'accepted' }],
  ['a declared interest that nobody named', { ...reference, interest: 'declared' }],
  ['a day that does not exist', { ...reference, publishedOn: '2021-02-29' }],
  ['a country that is no country', { ...reference, publisher: { ...described.publisher, country: 'usa' } }],
  ['an alignment that is left out', { ...reference, publisher: { name: 'X' } }],
];

describe('a source as it is attached', () => {
  it.each(allowed)('[S1] may be %s', (_, value) => expect(AttachedSource.safeParse(value).error).toBeUndefined());
  it.each(refused)('[S1] may not be %s', (_, value) => expect(AttachedSource.safeParse(value).success).toBe(false));
});

describe('a changed grading', () => {
  const grading = { stance: 'context', primacy: 'secondary', interest: 'unknown' };

  it('[S4] is a whole grading', () => {
    expect(ChangedGrading.safeParse(grading).success).toBe(true);
    for (const name of Object.keys(grading))
      expect(ChangedGrading.safeParse({ ...grading, [name]: undefined }).success).toBe(false);
  });

  it('[C11] names the interest that it declares', () => {
    expect(ChangedGrading.safeParse({ ...grading, interest: 'declared' }).success).toBe(false);
    expect(ChangedGrading.safeParse({ ...grading, interest: 'declared', interestNote: 'An owner.' }).success).toBe(true);
  });
});

describe('what a source says', () => {
  it.each([
    ['nothing', ''],
    ['nothing but spaces', ' \n '],
    ['more than a thousand characters', 'x'.repeat(1001)],
  ])('[S9] is never %s', (_, says) => expect(AttachedSource.safeParse({ ...reference, says }).success).toBe(false));

  it('[S9] may stand without a quotation, and an empty one is none', () => {
    const { quotation: _, ...unquoted } = reference;
    expect(AttachedSource.parse(unquoted)).not.toHaveProperty('quotation');
    expect(AttachedSource.parse({ ...reference, quotation: ' ' }).quotation).toBeUndefined();
    expect(AttachedSource.safeParse({ ...reference, quotation: 'x'.repeat(2001) }).success).toBe(false);
  });
});

it('[S5] takes a new publisher without an owner for one that owns itself', () => {
  expect(PublisherInput.parse({ name: 'Gazette', owner: ' ', country: '', alignment: { kind: 'unknown' } })).toEqual({
    name: 'Gazette',
    alignment: { kind: 'unknown' },
  });
});
