/** A character that may not enter a record: where it stands, in code points from 0, and what it is ("U+202E"). */
export type ForbiddenCharacter = { position: number; character: string };

/**
 * The first character of a text that is refused: C0 controls except tab and line breaks, DEL, bidi embeddings and overrides U+202A–202E, and
 * what Unicode calls default-ignorable: zero-width spaces, soft hyphens, fillers, tags, the byte order mark. They make a reader
 * see other words than the bytes that are signed. SPEC R5.
 */
export function forbiddenCharacter(text: string): ForbiddenCharacter | undefined {
  let position = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isForbidden(code)) return { position, character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
    position += 1;
  }
  return undefined;
}

const allowedControls = new Set([0x09, 0x0a, 0x0d]);
/** Default-ignorable, and needed: joiners and direction marks and isolates for Arabic and Persian, presentation selectors for emoji. */
const allowedIgnorables = new Set([0x061c, 0x200c, 0x200d, 0x200e, 0x200f, 0x2066, 0x2067, 0x2068, 0x2069, 0xfe0e, 0xfe0f]);

function isForbidden(code: number): boolean {
  if (code < 0x20) return !allowedControls.has(code);
  if (code >= 0x7f && code <= 0x9f) return true;
  if (code >= 0x202a && code <= 0x202e) return true;
  // A lone surrogate has no UTF-8, so no canonical bytes (RFC 8785 section 3.2.2.2).
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(code)) && !allowedIgnorables.has(code);
}
