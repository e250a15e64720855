import { expect, it } from 'vitest';
import { HistorySection } from '@/app/(public)/_verdict/history-section';
import { digestOf } from '@/domain/record/canonical';
import { render, wordsOf } from '@/tests/support/render';
import { day, reading } from './reading';

const dissent = digestOf('dissent');
const told = reading({
  number: 3,
  current: 3,
  history: [{ number: 3, sha256: digestOf('record'), outcome: 'joint', frozenAt: day(6), publishedAt: day(7) }],
  ended: [
    { number: 1, frozenAt: day(2), ended: 'dissent', endedAt: day(3), party: 'Southern desk', statementSha256: dissent },
    { number: 2, frozenAt: day(4), ended: 'withdrawn', endedAt: day(5), party: 'Northern desk', statementSha256: null },
  ],
});

it('[L16] the history leaves out no number, from the newest to the opening', () => {
  const words = wordsOf(render(<HistorySection reading={told} />));
  const inOrder = [
    '7 March 2026 Revision 3 published for everybody at once',
    '6 March 2026 Revision 3 frozen for signing',
    '5 March 2026 Revision 2 was withdrawn by Northern desk',
    '4 March 2026 Revision 2 frozen for signing',
    '3 March 2026 Revision 1 went back to work after a dissent of Southern desk',
    `The signed dissent is named by its SHA-256 digest: sha256 ${dissent}`,
    '2 March 2026 Revision 1 frozen for signing',
    '1 March 2026 Claim opened under charter version 1',
  ].map((sentence) => words.indexOf(sentence));
  expect(inOrder.every((place) => place >= 0)).toBe(true);
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
});

it('[L16] the history leads to published revisions alone', () => {
  const links = [...render(<HistorySection reading={told} />).matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(links).toEqual(['/verdicts/doha/revisions/3']);
});

it('the history isolates a party’s name in an Arabic sentence', () => {
  expect(render(<HistorySection reading={told} />, 'ar')).toContain(
    'عادت المراجعة 1 إلى العمل بعد مخالفة <bdi class="nb">Southern desk</bdi>',
  );
});
