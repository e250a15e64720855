import { describe, expect, it } from 'vitest';
import type { List } from '@/commands/imports/list';
import { readList } from '@/commands/imports/read-list';
import { mostColumns, mostRows } from '@/domain/intake/list-limits';
import { answerOf } from '@/tests/support/build';

const read = async (text: string): Promise<List> => answerOf(await readList(text));
const cells = async (text: string) => (await read(text)).rows.map((row) => row.cells);

describe('a list', () => {
  it.each([
    ['commas', 'claim,url\n"a ""b"", c",u\n'],
    ['semicolons', '\ufeffclaim;url\r\n"a ""b"", c";u\r\n\r\n'],
    ['tabs', 'claim\turl\n"a ""b"", c"\tu'],
    ['upright lines', 'claim|url\n"a ""b"", c"|u'],
    ['what its first line says', 'sep=;\r\nclaim;url\r\n"a ""b"", c";u'],
    ['tabs, with old ends of lines', 'claim\turl\r"a ""b"", c"\tu\r'],
  ])('is a table divided by %s', async (_, text) => {
    expect(await read(text)).toEqual({
      kind: 'csv',
      columns: ['claim', 'url'],
      rows: [{ cells: { claim: 'a "b", c', url: 'u' } }],
    });
  });

  it('[IN5] keeps a row with too many or too few cells, as a row that can be read as none', async () => {
    const { rows } = await read('claim,url\na,b,c\nd\ne,f');
    expect(rows.map(({ fault }) => fault)).toEqual([
      { code: 'cells', found: 3, expected: 2 },
      { code: 'cells', found: 1, expected: 2 },
      undefined,
    ]);
  });

  it('is not divided at all where its heading is one column', async () => {
    expect(await cells('claim\nIt rose, they said; twice.\n"It ""fell"", they said."')).toEqual([
      { claim: 'It rose, they said; twice.' },
      { claim: 'It "fell", they said.' },
    ]);
  });

  it('divided by tabs, has quotation marks that are letters where the rows are as wide as the table only so', async () => {
    const text = 'claim\turl\n"It rose, he said\tu\n"Never", said she\tv\nIt "fell"\tw';
    expect(await cells(text)).toEqual([
      { claim: '"It rose, he said', url: 'u' },
      { claim: '"Never", said she', url: 'v' },
      { claim: 'It "fell"', url: 'w' },
    ]);
  });

  it.each([
    ['[\n  {"claim": "a"},\n  {"claim": "b",}\n]', 3],
    ['[{"claim": "a"}', 1],
    ['{"claim":"a"}\n{"claim":"b"}\n{"claim":', 3],
  ])('that is broken JSON is refused with the line: %j', async (text, line) => {
    expect(await readList(text)).toEqual({ ok: false, refusal: { code: 'list-unreadable', line } });
  });

  it('names a column without a name, and the second of two alike, by its place', async () => {
    expect((await read(',claim,claim\n1,a,b')).columns).toEqual(['1', 'claim', 'claim 3']);
  });

  it.each([
    ['a list of things', '[{"claim":"a","by":{"name":"b"},"urls":["c","d"],"more":[{"x":1},{"x":2}],"none":null}]'],
    [
      'an answer with a list in it',
      '{"page":1,"data":{"items":[{"claim":"a","by":{"name":"b"},"urls":["c","d"],"more":[{"x":1}]}]}}',
    ],
    [
      'comments above it',
      '// 2026\n// https://example.org\n\n[{"claim":"a","by":{"name":"b"},"urls":["c","d"],"more":[{"x":1}]}]',
    ],
  ])('is JSON: %s', async (_, text) => {
    expect(await cells(text)).toEqual([{ claim: 'a', 'by.name': 'b', urls: 'c; d', 'more.x': '1' }]);
  });

  it('is JSON with a thing on each line, one thing alone, or words alone', async () => {
    expect(await cells('{"claim":"a"}\n\n{"claim":"b"}\n')).toEqual([{ claim: 'a' }, { claim: 'b' }]);
    expect(await cells('{"claim":"a","urls":["c","d"]}')).toEqual([{ claim: 'a', urls: 'c; d' }]);
    expect(await cells('["a",2]')).toEqual([{ value: 'a' }, { value: '2' }]);
  });

  it('[IN6] is ClaimReview wherever there is one, and then nothing else', async () => {
    const review = {
      '@type': 'ClaimReview',
      claimReviewed: 'a',
      url: 'https://c.example/1',
      reviewRating: { alternateName: 'False' },
    };
    const page = `<!doctype html><script type="application/ld+json">${JSON.stringify([review, review])}</script>`;
    for (const text of [JSON.stringify({ '@graph': [review, { a: 1 }, review] }), page]) {
      const list = await read(text);
      expect(list.kind).toBe('claim-review');
      expect(list.rows).toHaveLength(2);
      expect(JSON.stringify(list)).not.toContain('False');
    }
  });

  it('[IN5] marks what cannot be stored or was broken as unreadable, in names and in cells', async () => {
    expect(await cells('[{"a\\u0000":"b\\u0000c\\ud800d"}]')).toEqual([{ 'a\ufffd': 'b\ufffdc\ufffdd' }]);
  });

  it.each([
    ['', 'list-empty'],
    ['\ufeff \n', 'list-empty'],
    ['claim,url\n', 'list-empty'],
    ['[]', 'list-empty'],
    ['{}', 'list-empty'],
    ['[1, {', 'list-unreadable'],
    ['claim\n"never closed\nx\n', 'list-unreadable'],
    ['<html><p>a, b</p></html>', 'list-empty'],
    ['<ul><li>a</li></ul>', 'list-empty'],
  ])('is refused as a whole when there is none in it: %j', async (text, code) => {
    expect(await readList(text)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('has an end', async () => {
    const text = `claim\n${'x\n'.repeat(mostRows + 1)}`;
    expect(await readList(text)).toEqual({ ok: false, refusal: { code: 'list-too-long', limit: mostRows } });
    expect((await read(`claim\n${'x\n'.repeat(mostRows)}`)).rows).toHaveLength(mostRows);
  });

  const longest = 8 * 1024 * 1024;
  const names = (count: number) => Array.from({ length: count }, (_, index) => `"k${index}":${index}`).join();
  const longNames = Array.from({ length: mostColumns }, (_, index) => `${index}`.padEnd(2000, 'n')).join();
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  it.each<[string, string, string]>([
    ['a thing with 200,000 names', `[{${names(200_000)}}]`, 'list-too-wide'],
    ['a thing with a long name above many', `[{"${'n'.repeat(longest / 2)}":{${names(200_000)}}}]`, 'list-empty'],
    ['things that each have other names', `[${Array.from({ length: 300 }, (_, n) => `{"n${n}":1}`).join()}]`, 'list-too-wide'],
    ['a table with as many columns as signs', `${','.repeat(longest / 16)}\n,`, 'list-too-wide'],
    ['a table of long names and empty rows', `${longNames}\n${`${','.repeat(mostColumns - 1)}\n`.repeat(500)}`, 'list-too-heavy'],
    ['lists in lists', nested(longest / 2), 'list-empty'],
    ['lists in lists in a thing', `{"a":[${nested(50_000)}]}`, 'list-empty'],
    ['things in things', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 'list-empty'],
    ['lists that never end', '['.repeat(longest), 'list-unreadable'],
    ['comments above nothing', '//\n'.repeat(longest / 3), 'list-too-long'],
    ['empty lines', '\n'.repeat(longest), 'list-empty'],
    ['blanks', ' '.repeat(longest / 16), 'list-empty'],
    ['quotation marks', '"'.repeat(longest), 'list-empty'],
    ['scripts that never end', '<script application/ld+json ClaimReview'.repeat(200_000), 'list-empty'],
  ])('[IN14] is refused with words, at its full size, when it is %s', async (_, text, code) => {
    expect(await readList(text)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('[IN14] has as many columns as can be shown, and is read whole then', async () => {
    const [row] = await cells(`[{${names(mostColumns)}}]`);
    expect(Object.keys(row ?? {})).toHaveLength(mostColumns);
  });
});
