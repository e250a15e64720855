import { expect, it } from 'vitest';
import { Unbroken } from '@/components/record/unbroken';
import { render } from '@/tests/support/render';

it.each([
  ['Was there an 18-month ceasefire?', 'Was there an <span class="nb">18-month</span> ceasefire?'],
  ['A 6-week-long truce', 'A <span class="nb">6-week-long</span> truce'],
  ['2020-2021 and non-aligned', '2020-2021 and non-aligned'],
  ['هدنة 18-شهرًا', 'هدنة <span class="nb">18-شهرًا</span>'],
  ['', ''],
])('a number stays with the word it is joined to, and no letter changes: %s', (text, html) => {
  const drawn = render(<Unbroken text={text} />);
  expect(drawn).toBe(html);
  expect(drawn.replaceAll(/<[^>]+>/g, '')).toBe(text);
});
