/**
 * What somebody types in a field of the draft, which is theirs until they are done: written at each keystroke, half a number would reach everybody, and another hand's
 * number would change under theirs into one that nobody chose (PROTOCOL P72).
 */
export type Typing = {
  text: string;
  /** What the draft held when the field was entered. */
  began: string;
  /** What the draft held, and the page said, at the last keystroke. */
  seen: string;
  isTyped: boolean;
  /** They were done with it, and it could not be written. */
  isLeft: boolean;
};

export function enter(held: string): Typing {
  return { text: held, began: held, seen: held, isTyped: false, isLeft: false };
}

export function typeOn(typing: Typing, text: string, held: string): Typing {
  return { ...typing, text, seen: held, isTyped: true, isLeft: false };
}

/** What becomes of it once they are done: over a choice of another hand it is written only if they typed on while the page said so. */
export function whenDone(
  { isTyped, text, seen }: Typing,
  held: string,
  isUsable: (text: string) => boolean,
): 'nothing' | 'unusable' | 'overtaken' | 'write' {
  if (!isTyped || text === held) return 'nothing';
  if (!isUsable(text)) return 'unusable';
  return seen === held ? 'write' : 'overtaken';
}

/** Whether another hand chose otherwise since the field was entered. */
export function isChosenMeanwhile({ began, text }: Typing, held: string): boolean {
  return held !== began && held !== text;
}
