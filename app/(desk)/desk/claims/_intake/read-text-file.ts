/** How the letters of a file may be written that is not in UTF-8: by programs set to Cyrillic, to western languages, to Arabic. */
export const otherEncodings = ['windows-1251', 'windows-1252', 'windows-1256'] as const;
type OtherEncoding = (typeof otherEncodings)[number];

/** What is no text at all: a workbook of a spreadsheet is a packed folder. */
export type UnreadFile = 'not-text' | 'workbook' | 'too-large';

/**
 * The text of a file, or why there is none: UTF-8, UTF-16 that says so, or what a person says it is. A guess would put wrong letters into a claim. What is
 * larger than anything that is taken is not read into memory.
 */
export async function readTextFile(
  file: File,
  { limitBytes, encoding }: { limitBytes: number; encoding?: OtherEncoding },
): Promise<{ text: string } | { fault: UnreadFile }> {
  if (file.size > limitBytes) return { fault: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) return { fault: 'workbook' };
  const text = decoded(bytes, encodingOf(bytes)) ?? (encoding && decoded(bytes, encoding));
  return text === undefined ? { fault: 'not-text' } : { text };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
