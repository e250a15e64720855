/** Longer than this a name may need two lines on a phone, where a letter is about eight pixels wide. */
const fitsOnALine = 36;

/** A name in a sentence that may run the other way: it keeps its own direction, and stays in one piece unless it is longer than a phone's line. */
export function Name({ children }: { children: string }) {
  return <bdi className={children.length <= fitsOnALine ? 'nb' : undefined}>{children}</bdi>;
}
