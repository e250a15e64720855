import { z } from 'zod';
import { isBlank, visibleLength } from './record/draft';
import { forbiddenCharacter } from './record/forbidden-characters';

/**
 * A text that a person types into a form: trimmed, in NFC, 1 to `max` code points, without the characters that SPEC R5 refuses.
 * One definition, so that no path lets in what another refuses.
 */
export function text(max: number) {
  return z
    .string()
    .transform((value) => value.trim().normalize('NFC'))
    .superRefine((value, context) => {
      const length = [...value].length;
      const forbidden = forbiddenCharacter(value);
      if (forbidden !== undefined) context.addIssue({ code: 'custom', message: 'forbidden-character', params: forbidden });
      else if (isBlank(value)) context.addIssue({ code: 'custom', message: 'required' });
      else if (length > max) context.addIssue({ code: 'custom', message: 'too-long', params: { length, max } });
    });
}

/** A name: a text in one line. Where it is printed, in a mail too, nothing can be set under it as if somebody else had written that (SPEC A10). */
export function line(max: number) {
  return text(max).superRefine((value, context) => {
    const position = [...value].findIndex((character) => lineBreak.test(character));
    if (position < 0) return;
    const code = value.codePointAt(value.search(lineBreak)) ?? 0;
    const character = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    context.addIssue({ code: 'custom', message: 'forbidden-character', params: { position, character } });
  });
}

/** Tabs too, and the separators of lines and paragraphs. */
const lineBreak = /[\t\n\r\u2028\u2029]/;

/** A text that must say something: at least `min` characters that a reader sees. */
export function reason(min: number, max: number) {
  return text(max).superRefine((value, context) => {
    const length = visibleLength(value);
    if (length > 0 && length < min) context.addIssue({ code: 'custom', message: 'too-short', params: { length, min } });
  });
}

/** A text that may be left out: an empty field of a form is an absent one. */
export function optionalText(max: number) {
  return z.preprocess(withoutBlank, text(max).optional());
}

/** The same of a name. */
export function optionalLine(max: number) {
  return z.preprocess(withoutBlank, line(max).optional());
}

function withoutBlank(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** An address a reader may open: http or https with a host, no user or password, at most 2,000 characters. SPEC S1. */
const longestAddress = 2000;
export const webAddress = text(longestAddress).refine((value) => isWebAddress(value), { message: 'not-a-web-address' });

export function isWebAddress(value: string): boolean {
  return value.length <= longestAddress && /^https?:\/\/[^/?#\s@\\.]+(?:\.[^/?#\s@\\.]+)+\.?(?:[/?#]\S*)?$/i.test(value);
}

/** A day that exists, as YYYY-MM-DD. There is no year 0: PostgreSQL refuses it, and so does the calendar. */
export const day = z.iso.date().refine((value) => value >= '0001-01-01', { message: 'not-a-day' });

/** An optional day: an empty field of a form is an absent one. */
export const optionalDay = z.preprocess((value) => (value === '' ? undefined : value), day.optional());

/** An id as the address bar or a form gives it. */
export const id = z.uuid();

/** 32 bytes in hex, in small letters: a SHA-256, a nonce, a token of an address. */
export const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
