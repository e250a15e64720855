import { expect, it } from 'vitest';
import { agreedFacts } from '@/domain/claim/agreed-facts';
import { questionDigest } from '@/domain/record/canonical';
import { frozenSource, question } from '../build';

const party = (id: string, position: number, standing: 'signing' | 'observing' = 'signing') => ({
  ...{ id, name: id, letter: id, position, standing },
});
const accepted = (id: string) => ({ party: id, questionSha256: questionDigest(question) });
const record = {
  parties: [party('north', 1), party('south', 2), party('mission', 3, 'observing')],
  acceptances: ['north', 'south'].map(accepted),
  sources: [frozenSource(1), frozenSource(2, { attachedBy: 'south', acceptedBy: 'north' })],
  searches: [
    { party: 'north', stance: 'supports' as const, note: 'None.' },
    { party: 'south', stance: 'supports' as const, note: 'None.' },
    { party: 'north', stance: 'undermines' as const, note: 'None.' },
  ],
};

it('[O5] what each signing party accepted is agreed, and what one of them alone says is not', () => {
  const agreed = agreedFacts(record);
  expect(agreed.question).toBe(true);
  expect(agreed.sources.map(({ number }) => number)).toEqual([1, 2]);
  expect(agreed.searches).toEqual(['supports']);
});

it('[O5] with a third signing party, what two of them accepted is not agreed by all', () => {
  const three = { ...record, parties: [...record.parties, party('west', 4)] };
  expect(agreedFacts(three)).toEqual({ question: false, sources: [], searches: [] });
});

it('[O5] without a signing party nothing is agreed', () => {
  const none = { ...record, parties: [party('mission', 1, 'observing')] };
  expect(agreedFacts(none)).toEqual({ question: false, sources: [], searches: [] });
});
