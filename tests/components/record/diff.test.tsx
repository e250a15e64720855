import { expect, it } from 'vitest';
import { Diff } from '@/components/record/diff';
import { render, wordsOf } from '@/tests/support/render';

const parts = [
  { kind: 'removed' as const, text: 'None.' },
  { kind: 'same' as const, text: ' An 18-month one.' },
];

it('a change is said aloud in the reader’s language, which leaves the record its direction', () => {
  const html = render(<Diff parts={parts} />, 'ar');
  const aloud = [...html.matchAll(/<(\w+) class="vh"( lang="ar")?>([^<]*)</g)].map(([, tag, lang]) => [tag, lang]);
  expect(aloud).toEqual([
    ['bdi', ' lang="ar"'],
    ['bdi', ' lang="ar"'],
  ]);
  expect(html.replaceAll(/<bdi.*?<\/bdi>/gs, '')).not.toMatch(/\p{Script=Arabic}/u);
});

it('a comparison keeps every letter', () => {
  expect(wordsOf(render(<Diff parts={parts} />))).toBe('Removed: None. End of change. An 18-month one.');
});
