import { optionalTexts, type TextName } from './shape';

/**
 * Whether a record has to have a text in every one of its languages: those that every record has, and what may be left out as soon as one language has it, so
 * that readers of one do not get less than those of another (SPEC LG2).
 */
export function isNeeded(text: TextName, languages: readonly string[], isWritten: (language: string) => boolean): boolean {
  return !optionalTexts.includes(text) || languages.some(isWritten);
}
