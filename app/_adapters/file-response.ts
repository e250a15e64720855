import { createHash } from 'node:crypto';
import type { StoredFile } from '@/db/queries/file-of-source';
import { type Refusal, type Result, refuse } from '@/domain/result';
import { servedAs } from '@/domain/source/media-types';
import type { ObjectStore } from '@/platform/object-store-port';
import { hasCopy } from './has-copy';

const keeps = { everybody: 'public, max-age=31536000, immutable', members: 'private, no-store' } as const;

/**
 * A stored file as an attachment, since nobody here wrote it; next.config.js puts it in a sandbox (SPEC F6). Pictures in a page are shown all the same. Its
 * bytes never change, so what everybody may read may be kept for ever.
 */
export async function fileResponse(
  { request, objects }: { request: Request; objects: ObjectStore },
  file: StoredFile,
  readers: keyof typeof keeps,
): Promise<Response | Result<never, Refusal<'file-missing'> & { sha256: string }>> {
  const { number, key, sha256, sizeBytes, mediaType } = file;
  const { contentType, extension } = servedAs(mediaType);
  const etag = `"${sha256}"`;
  const headers = {
    etag,
    'cache-control': keeps[readers],
    'content-type': contentType,
    'content-disposition': `attachment; filename="E${number}-${sha256.slice(0, 12)}.${extension}"`,
  };
  if (hasCopy(request, etag)) return new Response(null, { status: 304, headers });
  const bytes = await objects.read(key);
  if (bytes === undefined) return refuse({ code: 'file-missing', sha256 });
  return new Response(streamOf(checked(bytes, sha256)), { headers: { ...headers, 'content-length': String(sizeBytes) } });
}

/** The bytes, of which the last are held back until all of them have the digest: others are cut off before their end, which a reader's program notices (SPEC F7). */
async function* checked(bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let held: Uint8Array | undefined;
  for await (const chunk of bytes) {
    hash.update(chunk);
    if (held !== undefined) yield held;
    held = chunk;
  }
  if (hash.digest('hex') !== sha256) throw new Error(`The stored bytes of ${sha256} are others.`);
  if (held !== undefined) yield held;
}

function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await bytes.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}
