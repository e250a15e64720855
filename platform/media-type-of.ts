import { fileTypeFromBuffer } from 'file-type';

/** Markup that says at its beginning what it is; a browser would run it, so it is never taken for plain text. */
const markups = [
  { mediaType: 'text/html', sign: /^<(?:!doctype html|html|head|body|script|iframe|title|meta|style|a|p|div|img|h1)\b/i },
  { mediaType: 'image/svg+xml', sign: /<svg[\s>]/i },
  { mediaType: 'application/xml', sign: /^<[?!a-z]/i },
] as const;

/** The media type of a file by its first bytes, and by whether all of it is text (SPEC F2). */
export async function mediaTypeOf(sample: Uint8Array, isText: boolean): Promise<string> {
  const known = await signatureOf(sample);
  if (known !== undefined && known !== 'application/xml') return known;
  if (!isText) return 'application/octet-stream';
  const start = new TextDecoder().decode(sample).replace(/^(?:\uFEFF|\s|<!--[\s\S]*?-->)+/, '');
  if (!start.startsWith('<')) return 'text/plain';
  return markups.find(({ sign }) => sign.test(start))?.mediaType ?? 'text/plain';
}

/** Bytes made to break a reader of signatures have none. */
async function signatureOf(sample: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(sample))?.mime;
  } catch {
    return undefined;
  }
}
