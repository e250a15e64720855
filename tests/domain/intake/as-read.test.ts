import { describe, expect, it } from 'vitest';
import { addressAsRead, asRead } from '@/domain/intake/as-read';

describe('a cell as it was read', () => {
  it.each([
    ['The mayor&#039;s &quot;plan&quot; &amp; the ferry', 'The mayor\'s "plan" & the ferry'],
    ['&laquo;Le ch&acirc;teau&raquo;&nbsp;: &ccedil;a va&#x2026;', '«Le château» : ça va…'],
    [
      '<p>The ferry <b>did not</b> run.</p><p class="x">It was <a href="https://e.example?a=1&b=2">closed</a>.</p>',
      'The ferry did not run. It was closed.',
    ],
    ['One<br/>two<br />three', 'One two three'],
    ['\u200b\u200b“It is im\u00adportant”\ufeff', '“It is important”'],
    ['&#8203;&shy;It held&#8288;.', 'It held.'],
  ])('[IN16] has neither markup nor marks that nobody sees: %s', (cell, text) => {
    expect(asRead(cell)).toBe(text);
  });

  it.each([
    'It rose by < 3 % and > 2 %.',
    'x <b and c> y',
    'AT&T; or Track&Field; said &so;',
    '&#0; &#xd800; &#99999999;',
    'One line\nand another',
    // In a text from right to left, marks of direction are letters like others (SPEC R5).
    'قال: \u200f68 → 42\u200f.',
  ])('[IN16] keeps what is neither: %s', (cell) => {
    expect(asRead(cell)).toBe(cell);
  });

  it('[IN16] has the address that the page had', () => {
    expect(addressAsRead(' https://e.example/?a=1&amp;b=2\u200b')).toBe('https://e.example/?a=1&b=2');
  });

  it.each(['<p ', '<b a=', '&amp', '&#1', '<a href="', '</p>'])('[IN14] is read at any length of: %j', (piece) => {
    const cell = piece.repeat((8 * 1024 * 1024) / piece.length);
    expect(asRead(cell)).toBe(cell.trim());
    const markup = piece.repeat(20_000 / piece.length);
    expect(asRead(markup).length).toBeLessThanOrEqual(markup.length);
  });
});
