import { expect, it } from 'vitest';
import { challengeSubjects } from '@/domain/challenge/about';
import { NewChallenge, wordsLimit, wordsMinimum } from '@/domain/challenge/new-challenge';

const words = 'x'.repeat(wordsMinimum);

it.each(challengeSubjects)('[CH6] takes a challenge about %s, whose optional fields a form leaves empty', (about) => {
  expect(NewChallenge.parse({ about, words, url: '', email: ' ', website: '' })).toEqual({
    ...{ about, words, url: undefined, email: undefined, website: undefined },
  });
});

it('[CH6] takes what says something, and not more than people read', () => {
  const takes = (text: string) => NewChallenge.safeParse({ about: 'other', words: text }).success;
  expect([takes(words), takes('x'.repeat(wordsLimit)), takes('x'.repeat(wordsLimit + 1)), takes('x'.repeat(19))]).toEqual([
    ...[true, true, false, false],
  ]);
});
