import { expect, it } from 'vitest';
import { kindsFor, waitKinds } from '@/domain/claim/waits';
import { member } from '../build';

it('[D2] waits for a person when they may do what a claim waits for', () => {
  expect(kindsFor(member())).toEqual(Object.keys(waitKinds));
  expect(kindsFor(member({ role: 'checker' }))).toEqual(['answer', 'question', 'sources', 'open']);
  const party = { id: 'o', name: 'Observer mission', letter: 'O', position: 3, standing: 'observing' as const };
  expect(kindsFor(member({ role: 'observer', party }))).toEqual([]);
  expect(kindsFor(member({ role: 'steward', party: null }))).toEqual([]);
});
