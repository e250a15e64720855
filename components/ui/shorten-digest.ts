/** Twelve digits are enough to find a digest, eight more at the end to tell two apart by eye: 48 + 32 of 256 bits. */
const head = 12;
const tail = 8;

/** The short form of a digest, `9f2c41e07a63…5be0d81b`. What is already short stays whole. */
export function shortenDigest(digest: string): string {
  return digest.length <= head + tail + 1 ? digest : `${digest.slice(0, head)}…${digest.slice(-tail)}`;
}
