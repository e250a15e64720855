const fromTheRight = /\p{Script=Arabic}/u;

/** Names in one sentence, with its own word between them. */
export function joinNames(names: readonly string[], and: string): string {
  return apart(names, and).join(and);
}

/** The same, with what a language puts between the parts of a list. `tag` is what Intl formats with. */
export function listNames(names: readonly string[], tag: string): string {
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return list.format(apart(names, list.format(['', ''])));
}

/**
 * Between words that run from the right each name is set apart (U+2068 … U+2069): "and" is written onto the name behind it, and with a Latin name it would be
 * shown at the end of the one before. Elsewhere a name stays as it is, and can be searched for.
 */
function apart(names: readonly string[], between: string): readonly string[] {
  return names.length > 1 && fromTheRight.test(between) ? names.map((name) => `\u2068${name}\u2069`) : names;
}
