import { expect, it } from 'vitest';
import { correctionGrades, heaviest, isLighter } from '@/domain/correction/grades';

it('[GC3] orders the grades: nothing lighter than what is demanded', () => {
  const lighter = correctionGrades.map((grade) => correctionGrades.filter((demanded) => isLighter(grade, demanded)));
  expect(lighter).toEqual([['update', 'substantial'], ['substantial'], []]);
});

it('[GC2] the heaviest of several counts, and of none the lightest', () => {
  expect([heaviest([]), heaviest(['minor']), heaviest(['minor', 'substantial', 'update'])]).toEqual([
    ...['minor', 'minor', 'substantial'],
  ]);
});
