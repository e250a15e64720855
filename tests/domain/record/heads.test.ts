import { expect, it } from 'vitest';
import { questionDigest } from '@/domain/record/canonical';
import { emptyTexts } from '@/domain/record/draft';
import { headsOf } from '@/domain/record/heads';

it('[D5] keeps of a record what lists compare: questions by digest, and titles, questions and wordings of every language', () => {
  const draft = {
    texts: {
      en: { ...emptyTexts, title: 'A title', question: ' Was it so? ', claimText: 'It was so.', summary: 'Not a head.' },
      uk: { ...emptyTexts, title: 'Назва', question: ' \u200b ' },
    },
    fields: { claimantName: 'Not a head either' },
  };
  const { questions, text } = headsOf(draft);
  expect(questions).toEqual({ en: questionDigest('Was it so?') });
  for (const words of ['A title', 'Was it so?', 'It was so.', 'Назва']) expect(text).toContain(words);
  expect(text).not.toContain('head');
});
