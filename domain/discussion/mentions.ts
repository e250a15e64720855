/** A piece of a comment: words, or the name of a member who is mentioned. */
export type CommentPart = { text: string; isMention: boolean };

/** How a name is mentioned. */
export function mentionOf(name: string): string {
  return `@${name}`;
}

/** Whether a comment says the name that it mentions (SPEC K5): nobody is called without it being seen. */
export function saysName(body: string, name: string): boolean {
  return body.includes(mentionOf(name));
}

/** A comment in pieces, in order. Where one name begins another, the longer one is meant. */
export function commentParts(body: string, names: readonly string[]): CommentPart[] {
  const wanted = names.map(mentionOf).sort((a, b) => b.length - a.length);
  const parts: CommentPart[] = [];
  let words = '';
  for (let at = 0; at < body.length; ) {
    const found = wanted.find((mention) => body.startsWith(mention, at));
    const piece = found ?? body.charAt(at);
    if (found === undefined) words += piece;
    else {
      if (words !== '') parts.push({ text: words, isMention: false });
      words = '';
      parts.push({ text: found, isMention: true });
    }
    at += piece.length;
  }
  return words === '' ? parts : [...parts, { text: words, isMention: false }];
}

/** What stands between the last `@` and the caret, while that may still become a name; undefined otherwise. */
export function mentionBegun(beforeCaret: string): string | undefined {
  return /(?:^|[\s(«„“"'])@([^@\n]{0,60})$/u.exec(beforeCaret)?.[1];
}
