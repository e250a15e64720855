import { describe, expect, it } from 'vitest';
import { csvReport } from '@/app/_words/csv-report';
import { rowIssueWords } from '@/app/_words/row-issue-words';
import { readList } from '@/commands/imports/read-list';
import { answerOf } from '@/tests/support/build';

describe('the report of an import', () => {
  it('[IN11] is CSV that is read back as it was written, in which a spreadsheet finds no formula', async () => {
    const wild = [
      '=HYPERLINK("https://evil.example")',
      '+1',
      '-1',
      '@SUM(A1)',
      '\tx',
      ' =1',
      '\n=1',
      '＝1',
      'a;=1+1',
      'a|=1',
      'a "b", c\nd',
      'plain',
    ];
    const text = csvReport([['Row', 'Wording'], ...wild.map((wording, index) => [index + 1, wording])]);
    const { rows } = answerOf(await readList(text));
    expect(rows.map(({ cells }) => cells.Wording)).toEqual(wild.map((cell, index) => (index < 8 ? `'${cell}` : cell)));
    // Where a spreadsheet divides cells by another sign, a formula in the middle of one stays in its quotation marks.
    expect(text).toContain('"a;=1+1"');
    expect(text.startsWith('\ufeffRow,Wording\r\n1,')).toBe(true);
  });

  it('[IN11] says which part of the row, what stood there, why, and what can be done', () => {
    const said = new Map([
      ['issue.too-long', '{length} of {max}.'],
      ['issue.invalid', 'Cannot be used.'],
      ['field.wording', 'Wording'],
      ['advice.too-long', 'Shorten it.'],
      ['advice.too-long-wording', 'Divide it.'],
    ]);
    const say = Object.assign(
      (key: string, facts: Record<string, string | number> = {}) =>
        (said.get(key) ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name])),
      { has: (key: string) => said.has(key) },
    );
    const issue = { field: 'wording', code: 'too-long', length: 2001, max: 2000, value: 'It…' };
    expect(rowIssueWords(issue, say)).toEqual({
      field: 'Wording',
      value: 'It…',
      reason: '2001 of 2000.',
      advice: 'Divide it.',
    });
    expect(rowIssueWords({ ...issue, field: 'locator' }, say)).toMatchObject({ field: '', advice: 'Shorten it.' });
    expect(rowIssueWords({ field: 'row', code: 'whatever' }, say)).toEqual({
      field: '',
      value: '',
      reason: 'Cannot be used.',
      advice: '',
    });
  });
});
