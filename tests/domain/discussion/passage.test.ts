import { describe, expect, it } from 'vitest';
import { asQuoted, holdsQuotation, Passage } from '@/domain/discussion/passage';

const letter = { client: 7, clock: 3 };
const passage = { text: 'analysis', language: 'en', first: letter, last: letter, quotation: 'a week' };

describe('[K3] a quotation', () => {
  it('is of the text when the text says it, however its lines are broken and its accents stored', () => {
    expect(holdsQuotation('It was\n\na  week of quiet.', ' a week\tof ')).toBe(true);
    expect(holdsQuotation('Caf\u00e9 talks', 'Cafe\u0301')).toBe(true);
    for (const other of ['a month', 'weekof', '   ', ''])
      expect(holdsQuotation('It was a week of quiet.', other), other).toBe(false);
    expect(asQuoted(' two\u00a0 words ')).toBe('two words');
  });

  it('names a text of the record, two letters and words that are neither empty nor endless', () => {
    expect(Passage.safeParse(passage).success).toBe(true);
    const strange = [
      { ...passage, text: 'notes' },
      { ...passage, language: 'EN' },
      { ...passage, first: { client: -1, clock: 0 } },
      { ...passage, last: { client: 1.5, clock: 0 } },
      { ...passage, first: { client: 2 ** 60, clock: 0 } },
      { ...passage, quotation: ' ' },
      { ...passage, quotation: 'x'.repeat(301) },
      { ...passage, quotation: 'a\u202eb' },
      { ...passage, more: 1 },
    ];
    for (const one of strange) expect(Passage.safeParse(one).success, JSON.stringify(one)).toBe(false);
  });
});
