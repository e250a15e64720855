/** A character that may not enter a record: where it stands, in code points from 0, and what it is ("U+202E"). */
export type ForbiddenCharacter = { position: number; character: string };

/**
 * The first character of a text that is refused: C0 controls except tab and line breaks, DEL, bidi embeddings and overrides U+202A–202E, zero-width and
 * invisible characters, the byte order mark. They make a reader see other words than the bytes that are signed. Isolates
 * (U+2066–2069), ZWJ and ZWNJ stay: Arabic and Persian need them. SPEC R5.
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
const invisible = new Set([0x00ad, 0x200b, 0x2060, 0xfeff]);

function isForbidden(code: number): boolean {
  if (code < 0x20) return !allowedControls.has(code);
  if (code >= 0x7f && code <= 0x9f) return true;
  if (code >= 0x202a && code <= 0x202e) return true;
  // A lone surrogate has no UTF-8, so no canonical bytes (RFC 8785 section 3.2.2.2).
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return invisible.has(code);
}
