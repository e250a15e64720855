import { isFromTheRight } from './text-direction';

/** A character that may not enter a record: where it stands, in code points from 0, and what it is ("U+202E"). */
export type ForbiddenCharacter = { position: number; character: string };

/**
 * The first character of a text that is refused: C0 controls except tab and line breaks, DEL, bidi embeddings and overrides U+202A–202E, and
 * what Unicode calls default-ignorable: zero-width spaces, soft hyphens, fillers, tags, the byte order mark. They make a reader
 * see other words than the bytes that are signed. So do direction marks and isolates in a text that is written from left to right, where "68 → 42" would read
 * "42 → 68": they are for texts from right to left, and there each isolate ends in the line that it begins in. SPEC R5.
 *
 * `language` is the text's, where it is known; else the text's own first letter tells how it is written.
 */
export function forbiddenCharacter(text: string, language?: string): ForbiddenCharacter | undefined {
  // Nearly every text of nearly every record holds none of what may be refused, and a list asks about all of them.
  if (!mayBeRefused.test(text)) return undefined;
  const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const fromTheRight = language === undefined ? startsFromTheRight(text) : isFromTheRight(language);
  const stray = fromTheRight ? unbalancedIsolate(characters) : characters.findIndex((code) => steersDirection(code));
  const position = characters.findIndex((code, at) => at === stray || isForbidden(code));
  const code = characters[position];
  return code === undefined ? undefined : { position, character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
}

const mayBeRefused = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const allowedControls = new Set([0x09, 0x0a, 0x0d]);
const directionMarks = new Set([0x061c, 0x200e, 0x200f]);
const isolates = new Set([0x2066, 0x2067, 0x2068]);
const popIsolate = 0x2069;
/** Default-ignorable, and needed: joiners for Persian and emoji, presentation selectors for emoji. */
const allowedIgnorables = new Set([0x200c, 0x200d, 0xfe0e, 0xfe0f]);

function isForbidden(code: number): boolean {
  if (code < 0x20) return !allowedControls.has(code);
  if (code >= 0x7f && code <= 0x9f) return true;
  if (code >= 0x202a && code <= 0x202e) return true;
  // A lone surrogate has no UTF-8, so no canonical bytes (RFC 8785 section 3.2.2.2).
  if (code >= 0xd800 && code <= 0xdfff) return true;
  if (steersDirection(code)) return false;
  return /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(code)) && !allowedIgnorables.has(code);
}

function steersDirection(code: number): boolean {
  return directionMarks.has(code) || isolates.has(code) || code === popIsolate;
}

/** Where an isolate stands that never ends in its line, or an end that nothing began; -1 when there is none. */
function unbalancedIsolate(characters: number[]): number {
  const open: number[] = [];
  for (const [at, code] of characters.entries()) {
    if (code === 0x0a && open.length > 0) break;
    if (isolates.has(code)) open.push(at);
    if (code === popIsolate && open.pop() === undefined) return at;
  }
  return open[0] ?? -1;
}

function startsFromTheRight(text: string): boolean {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(letter);
}
