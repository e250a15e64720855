import { expect, it } from 'vitest';
import { correctionComment } from '@/domain/correction/correction-comment';

it('[C34] [GC6] tells programs of a correction in the words of schema.org, with its day', () => {
  const at = new Date('2026-03-01T12:00:00Z');
  expect(correctionComment({ name: 'Minor correction', text: 'A name was misspelt.', at })).toEqual({
    correction: {
      ...{ '@type': 'CorrectionComment', name: 'Minor correction', text: 'A name was misspelt.' },
      datePublished: '2026-03-01T12:00:00.000Z',
    },
  });
});
