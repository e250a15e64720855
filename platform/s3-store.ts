import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { ObjectStore } from './object-store-port';

export type S3Settings = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string };

/** All parts but the last must have 5 MiB; one is in memory at a time. */
const partBytes = 8 * 1024 * 1024;
const patienceMs = 60_000;

/**
 * Any store that speaks S3, addressed by path (`endpoint/bucket/key`), since not every one has a host name for each bucket. What has more than one part is
 * sent in several, so nothing is held whole; the digest of each body is signed with its request, so the store refuses what was damaged on the way.
 */
export function openS3Store({ endpoint, bucket, ...access }: S3Settings): ObjectStore {
  const client = new AwsClient({ ...access, service: 's3', retries: 2 });
  const root = `${endpoint.replace(/\/$/, '')}/${bucket}`;

  async function ask(method: string, address: string, body?: Uint8Array | string): Promise<Response> {
    return client.fetch(`${root}${address}`, {
      method,
      headers: digestHeader(body ?? ''),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      signal: AbortSignal.timeout(patienceMs),
    });
  }

  /** The text of an answer that must be a success. A finished multipart upload may say 200 and then that it failed. */
  async function told(response: Response): Promise<string> {
    const text = await response.text();
    if (response.ok && !text.includes('<Error>')) return text;
    throw new Error(`The object store answered ${response.status}${` ${only('Code', text) ?? ''}`.trimEnd()}.`);
  }

  async function putParts(key: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
    const uploadId = only('UploadId', await told(await ask('POST', `/${key}?uploads`)));
    if (uploadId === undefined) throw new Error('The object store began no upload.');
    const upload = encodeURIComponent(uploadId);
    try {
      const etags: string[] = [];
      for await (const part of parts) {
        const response = await ask('PUT', `/${key}?partNumber=${etags.length + 1}&uploadId=${upload}`, part);
        await told(response);
        etags.push(response.headers.get('etag') ?? '');
      }
      const list = etags.map((etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${etag}</ETag></Part>`);
      const whole = `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`;
      await told(await ask('POST', `/${key}?uploadId=${upload}`, whole));
    } catch (fault) {
      await told(await ask('DELETE', `/${key}?uploadId=${upload}`));
      throw fault;
    }
  }

  /** What a process that ended left of an upload. */
  async function unfinishedOf(key: string): Promise<string[]> {
    const response = await ask('GET', `?prefix=${encodeURIComponent(key)}&uploads`);
    // Not every store can be asked; its own rule for unfinished uploads removes them.
    if (response.status === 501) return [];
    return Array.from((await told(response)).matchAll(/<UploadId>([^<]+)<\/UploadId>/g), ([, id = '']) => unescaped(id));
  }

  return {
    async put(key, bytes) {
      const parts = partsOf(bytes)[Symbol.asyncIterator]();
      const first = await parts.next();
      const second: IteratorResult<Uint8Array, undefined> = first.done === true ? first : await parts.next();
      if (first.done !== true && second.done !== true) return putParts(key, following([first.value, second.value], parts));
      await told(await ask('PUT', `/${key}`, first.done === true ? new Uint8Array() : first.value));
    },
    async read(key) {
      const head = await ask('HEAD', `/${key}`);
      if (head.status === 404) return undefined;
      if (!head.ok) throw new Error(`The object store answered ${head.status}.`);
      // Without a clock: how long the reading takes is up to whoever reads.
      return bytesOf(() => client.fetch(`${root}/${key}`, { headers: digestHeader('') }));
    },
    async remove(key) {
      for (const id of await unfinishedOf(key)) await told(await ask('DELETE', `/${key}?uploadId=${encodeURIComponent(id)}`));
      await told(await ask('DELETE', `/${key}`));
    },
  };
}

function digestHeader(body: Uint8Array | string): Record<string, string> {
  return { 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') };
}

/** The bytes in pieces that are large enough for a part. */
async function* partsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    held.push(chunk);
    size += chunk.byteLength;
    if (size < partBytes) continue;
    yield Buffer.concat(held);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
  return undefined;
}

async function* following<T>(first: T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    yield* first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* bytesOf(get: () => Promise<Response>): AsyncGenerator<Uint8Array> {
  const response = await get();
  if (!response.ok || response.body === null) throw new Error(`The object store answered ${response.status}.`);
  const reader = response.body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

function only(name: string, xml: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

function unescaped(text: string): string {
  const marks: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (mark) => marks[mark] ?? mark);
}
