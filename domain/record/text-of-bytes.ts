/** UTF-8 to text, refusing what is none. The language by itself has no other decoder, and the domain stands on nothing else. */
export function textOfBytes(bytes: Uint8Array): string {
  return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}
