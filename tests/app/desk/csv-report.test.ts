import { describe, expect, it } from 'vitest';
import { csvReport } from '@/app/_words/csv-report';
import { rowIssueWords } from '@/app/_words/row-issue-words';
import { readList } from '@/commands/imports/read-list';
import { answerOf } from '@/tests/support/build';

describe('the report of an import', () => {
  it('[IN11] is CSV that is read back as it was written, in which a spreadsheet finds no formula', async () => {
    const wild = ['=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)', '\tx', 'a "b", c\nd', 'plain'];
    const text = csvReport([['Row', 'Wording'], ...wild.map((wording, index) => [index + 1, wording])]);
    const { rows } = answerOf(await readList(text));
    expect(rows.map(({ cells }) => cells.Wording)).toEqual(wild.map((cell, index) => (index < 5 ? `'${cell}` : cell)));
    expect(text.startsWith('\ufeffRow,Wording\r\n1,')).toBe(true);
  });

  it('[IN11] says why in a sentence that names the part of the row', () => {
    const said = new Map([
      ['issue.of', '{field}: {reason}'],
      ['issue.too-long', '{length} of {max}.'],
      ['issue.invalid', 'Cannot be used.'],
      ['field.wording', 'Wording'],
    ]);
    const say = Object.assign(
      (key: string, facts: Record<string, string | number> = {}) =>
        (said.get(key) ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name])),
      { has: (key: string) => said.has(key) },
    );
    expect(rowIssueWords({ field: 'wording', code: 'too-long', length: 2001, max: 2000 }, say)).toBe('Wording: 2001 of 2000.');
    expect(rowIssueWords({ field: 'row', code: 'whatever' }, say)).toBe('Cannot be used.');
  });
});
