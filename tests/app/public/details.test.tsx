import { expect, it } from 'vitest';
import { ResultsHeading } from '@/app/(public)/_list/results-heading';
import { inPartyOrder } from '@/app/(public)/_page/signatories';
import { CheckSection } from '@/app/(public)/_verdict/check-section';
import { CommandLine } from '@/app/(public)/_verdict/command';
import { Lede } from '@/app/(public)/_verdict/lede';
import { render, wordsOf } from '@/tests/support/render';
import { publicSignOff, reading } from './reading';

it('signatures are read in the record’s order of parties, whoever signed first, and checked in the order of their addresses', () => {
  const { verdict } = reading({ signOffs: ['south', 'north', 'south'].map((party, index) => publicSignOff(index + 1, party)) });
  expect(inPartyOrder(verdict).map(({ party, position }) => [party, position])).toEqual([
    ['north', 2],
    ['south', 1],
    ['south', 3],
  ]);
  const words = wordsOf(render(<CheckSection reading={{ ...reading(), verdict }} />));
  const inOrder = words.match(/Signature of (?:Northern|Southern) desk/g)?.slice(0, 3);
  expect(inOrder).toEqual(['Southern', 'Northern', 'Southern'].map((name) => `Signature of ${name} desk`));
});

it('each command says what it checks and is whole, without a prompt, apart from what it prints', () => {
  const html = render(<CheckSection reading={reading()} />);
  const commands = html.matchAll(/<p class="of">(.*?)<\/p><code [^>]*>(.*?)<\/code><samp [^>]*>(.*?)<\/samp>/g);
  const shown = [...commands].map(([, ...parts]) => parts.map((part) => wordsOf(part.replaceAll(/<[^>]+>/g, ''))));
  expect(shown.map(([label]) => label)).toEqual([
    'Record, revision 1',
    'Signature of Southern desk',
    'Signature of Northern desk',
    'Charter version 1',
  ]);
  for (const [, command, printed] of shown) {
    expect(command).toMatch(/^curl -s \S+\.json \| sha256sum$/);
    expect(printed).toMatch(/^[0-9a-f]{64} -$/);
  }
  expect(html).not.toContain('tabindex');
});

it('no address is broken behind a hyphen of its own', () => {
  const html = render(<CommandLine line="curl -s https://facts.example.org/verdicts/a-b/sign-offs/1.json" />);
  expect(html).toBe(
    '<code dir="ltr">curl <span>-s</span> https://facts.example.org/verdicts/<span>a-b/</span><span>sign-offs/</span>1.json</code>',
  );
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
