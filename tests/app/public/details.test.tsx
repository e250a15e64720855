import { expect, it } from 'vitest';
import { ResultsHeading } from '@/app/(public)/_list/results-heading';
import { inPartyOrder } from '@/app/(public)/_page/signatories';
import { CheckSection } from '@/app/(public)/_verdict/check-section';
import { Lede } from '@/app/(public)/_verdict/lede';
import { render, wordsOf } from '@/tests/support/render';
import { publicSignOff, reading } from './reading';

it('signatures are offered in the record’s order of parties, whoever signed first', () => {
  const { verdict } = reading({ signOffs: ['south', 'north', 'south'].map((party, index) => publicSignOff(index + 1, party)) });
  expect(inPartyOrder(verdict).map(({ party, position }) => [party, position])).toEqual([
    ['north', 2],
    ['south', 1],
    ['south', 3],
  ]);
  const words = wordsOf(render(<CheckSection reading={reading()} />));
  expect(words.indexOf('Signature of Northern desk')).toBeLessThan(words.indexOf('Signature of Southern desk'));
});

it('each command is whole, on a line of its own that needs no scrolling', () => {
  const html = render(<CheckSection reading={reading()} />);
  expect(html.match(/<code>\$ curl -s \S+ \| sha256sum<\/code><code>[0-9a-f]{64} {2}-<\/code>/g)).toHaveLength(4);
  expect(html).not.toContain('tabindex');
});

it('the parties beside a finding are named, not only lettered', () => {
  const words = wordsOf(render(<Lede reading={reading()} path="/verdicts/doha" />));
  expect(words).toContain('Parties N Northern desk S Southern desk Observing O Observer mission');
});

it.each([
  [1, false, 'Verdicts with “Doha” 1 verdict'],
  [2, false, 'Verdicts with “Doha” 2 verdicts'],
  [20, true, 'Verdicts with “Doha” 20 verdicts on this page, and older ones follow'],
  [0, false, 'Verdicts with “Doha”'],
])('what was found is counted (%i, going on: %s)', (count, goesOn, words) => {
  const heading = <ResultsHeading q="Doha" count={count} goesOn={goesOn} />;
  expect(wordsOf(render(heading)).replaceAll(/ (?=”)|(?<=“) /g, '')).toBe(words);
});
