import { describe, expect, it } from 'vitest';
import { stemsOf, wordsOf } from '@/domain/claim/search-words';

/** Whether a search finds a text, as both databases compare the two. */
function finds(query: string, text: string): boolean {
  const words = wordsOf(text);
  const stems = stemsOf(query);
  return (
    stems.length > 0 &&
    stems.every(({ stem, isWhole }) => words.some((word) => (isWhole ? word === stem : word.startsWith(stem))))
  );
}

describe('the search of claims', () => {
  it.each([
    [
      'English',
      'The ceasefires that followed the 2020 Doha talks held.',
      ['ceasefire', 'TALK', 'followed doha', '2020', 'talking'],
    ],
    ['French', 'Les négociations de l’accord et les journaux', ['negociation', 'négociations', 'accords', 'journal', 'journaux']],
    [
      'Ukrainian',
      'Перемир’я у війні порушено, угоди об’єднано',
      ['перемиря', 'перемир’ям', 'війна', 'угода', 'обʼєднання', 'ПЕРЕМИР'],
    ],
    ['Arabic', 'وقفُ إطلاق النار والهدنة بعد المفاوضات', ['وقف', 'اطلاق', 'هدنة', 'الهدنه', 'مفاوضات', 'والمفاوضات', 'نار']],
  ])('[D5] finds words of %s in other cases, accents, vowel signs, articles and endings', (_, text, queries) => {
    for (const query of queries) expect(finds(query, text), query).toBe(true);
  });

  it('[D5] wants every word of the query, and numbers whole', () => {
    expect(finds('doha talks', 'Talks in Doha, 2020.')).toBe(true);
    expect(finds('doha oslo', 'Talks in Doha, 2020.')).toBe(false);
    expect(finds('20', 'Talks in Doha, 2020.')).toBe(false);
    expect(finds('٢٠٢٠', 'Talks in Doha, 2020.')).toBe(true);
    expect(finds('мир', 'Угоди немає')).toBe(false);
  });

  it('gives letters and digits alone, however hostile the text, and no more than an index takes', () => {
    const hostile = `'; drop table claims; -- \\ : & | ! ( ) <-> *:A \u0000 ${'x'.repeat(5000)} ${'a '.repeat(9000)}`;
    for (const word of [...wordsOf(hostile), ...stemsOf(hostile).map(({ stem }) => stem)]) {
      expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      expect([...word].length).toBeLessThanOrEqual(64);
    }
    expect(stemsOf(hostile).length).toBeLessThanOrEqual(8);
    expect(wordsOf(Array.from({ length: 9000 }, (_, n) => `w${n}`).join(' ')).length).toBeLessThanOrEqual(4000);
    expect([wordsOf('… — !'), stemsOf(' ')]).toEqual([[], []]);
  });
});
