/**
 * A pasted text without the marks that nobody sees: soft hyphens, zero-width spaces, direction marks, control characters. Web pages are full of them, and a
 * claim takes none (SPEC R5). Joiners and presentation selectors stay, since Persian and emoji need them.
 */
export function withoutUnseen(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u061c\u200e\u200f\u2066-\u2069]/gu, (mark) =>
      kept.has(mark) ? mark : '',
    );
}

const kept = new Set(['\t', '\n', '\u200c', '\u200d', '\ufe0e', '\ufe0f']);
