import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { fileResponse } from '@/app/_adapters/file-response';
import type { StoredFile } from '@/db/queries/file-of-source';
import { digestOf } from '@/domain/record/canonical';
import { openFolderStore } from '@/platform/folder-store';
import { inPieces } from '@/tests/support/in-pieces';
import { temporaryFolder } from '@/tests/support/temporary-folder';

const bytes = new TextEncoder().encode('Of the ceasefires that held, 68 per cent had two tracks.');
const objects = openFolderStore(temporaryFolder());

/** A file whose row is right, and what is stored for it. */
async function serve(stored: Uint8Array | undefined, headers: Record<string, string> = {}) {
  const key = `${randomUUID()}/${randomUUID()}`;
  if (stored !== undefined) await objects.put(key, inPieces(stored));
  const file: StoredFile = { number: 3, key, sha256: digestOf(bytes), sizeBytes: bytes.byteLength, mediaType: 'text/plain' };
  return fileResponse({ request: new Request('http://localhost/', { headers }), objects }, file, 'everybody');
}

async function response(stored: Uint8Array, headers?: Record<string, string>): Promise<Response> {
  const answer = await serve(stored, headers);
  if (answer instanceof Response) return answer;
  throw new Error('The file was refused.');
}

it('[F7] a file comes as it was stored, with its length and its digest, and not again to who has it', async () => {
  const whole = await response(bytes);
  expect(whole.headers.get('content-length')).toBe(String(bytes.byteLength));
  expect(whole.headers.get('etag')).toBe(`"${digestOf(bytes)}"`);
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes);
  for (const known of [`"${digestOf(bytes)}"`, `"x", W/"${digestOf(bytes)}"`])
    expect((await response(bytes, { 'if-none-match': known })).status).toBe(304);
  expect((await response(bytes, { 'if-none-match': `"${digestOf('other')}"` })).status).toBe(200);
});

it('[F7] bytes that have not their digest are cut off before their end', async () => {
  const damaged = Uint8Array.from(bytes);
  damaged[0] = 0x4e;
  await expect((await response(damaged)).arrayBuffer()).rejects.toThrow('are others');
  await expect((await response(bytes.subarray(0, 20))).arrayBuffer()).rejects.toThrow('are others');
});

it('[F7] a file that is not where it was stored is a fault that says which', async () => {
  expect(await serve(undefined)).toEqual({ ok: false, refusal: { code: 'file-missing', sha256: digestOf(bytes) } });
});
