import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { S3Settings } from '@/platform/s3-store';

/**
 * A small S3 store over HTTP, after the API's reference: objects by path, multipart uploads, and a check of every request's AWS Signature version 4 and body
 * digest, made from the documents and not from our client.
 */
export type S3Server = {
  settings: S3Settings;
  /** Keys of objects, and of uploads that were begun and neither completed nor aborted. */
  kept(): string[];
  /** The sizes of the parts of the last upload that was completed. */
  parts(): number[];
  /** Another byte than was stored. */
  damage(key: string): void;
  lose(key: string): void;
  /** From now on every request gets this status; undefined ends it. */
  failWith(status: number | undefined): void;
  /** Requests whose signature was wrong. */
  refused(): number;
  stop(): Promise<void>;
};

/** S3 refuses a part of less, unless it is the last. */
const leastPartBytes = 5 * 1024 * 1024;

type Asked = { method: string; url: URL; key: string; body: Buffer };
type Answer = { status: number; body?: Buffer | string; etag?: string };

export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, { key: string; parts: Map<number, Buffer> }>();
  const access = { region: 'eu-test-1', accessKeyId: 'key-of-tests', secretAccessKey: 'secret/of+tests=' };
  const bucket = 'evidence';
  let lastParts: number[] = [];
  let failure: number | undefined;
  let refused = 0;

  function answer({ method, url, key, body }: Asked): Answer {
    const query = url.searchParams;
    const uploadId = query.get('uploadId');
    if (key === '' && method === 'GET' && query.has('uploads')) {
      const prefix = query.get('prefix') ?? '';
      const begun = [...uploads].filter(([, upload]) => upload.key.startsWith(prefix));
      const list = begun.map(([id, upload]) => `<Upload><Key>${upload.key}</Key><UploadId>${id}</UploadId></Upload>`);
      return { status: 200, body: `<ListMultipartUploadsResult>${list.join('')}</ListMultipartUploadsResult>` };
    }
    if (method === 'POST' && query.has('uploads')) {
      // As opaque as they come: what is not encoded in the next address does not come back whole.
      const id = randomBytes(12).toString('base64');
      uploads.set(id, { key, parts: new Map() });
      return { status: 200, body: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>` };
    }
    if (uploadId !== null) {
      const upload = uploads.get(uploadId);
      if (upload?.key !== key) return { status: 404, body: '<Error><Code>NoSuchUpload</Code></Error>' };
      if (method === 'DELETE') return uploads.delete(uploadId) ? { status: 204 } : { status: 404 };
      if (method === 'PUT') {
        upload.parts.set(Number(query.get('partNumber')), body);
        return { status: 200, etag: etagOf(body) };
      }
      return complete(uploadId, upload, body.toString());
    }
    const held = objects.get(key);
    if (method === 'PUT') {
      objects.set(key, body);
      return { status: 200, etag: etagOf(body) };
    }
    if (method === 'DELETE') {
      objects.delete(key);
      return { status: 204 };
    }
    return held === undefined ? { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' } : { status: 200, body: held };
  }

  function complete(id: string, { key, parts }: { key: string; parts: Map<number, Buffer> }, list: string): Answer {
    const named = Array.from(list.matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g));
    const pieces = named.map(([, number, etag]) => ({ piece: parts.get(Number(number)), etag }));
    const wrong = pieces.some(({ piece, etag }) => piece === undefined || etagOf(piece) !== etag);
    // S3 has said 200 by then.
    if (wrong || pieces.length !== parts.size) return { status: 200, body: '<Error><Code>InvalidPart</Code></Error>' };
    const sizes = pieces.map(({ piece }) => piece?.byteLength ?? 0);
    if (sizes.slice(0, -1).some((size) => size < leastPartBytes))
      return { status: 400, body: '<Error><Code>EntityTooSmall</Code></Error>' };
    objects.set(key, Buffer.concat(pieces.flatMap(({ piece }) => piece ?? [])));
    uploads.delete(id);
    lastParts = sizes;
    return { status: 200, body: '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>' };
  }

  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      if (failure !== undefined) return send(response, { status: failure, body: '<Error><Code>SlowDown</Code></Error>' });
      if (!isSigned(request, url, body, access)) {
        refused += 1;
        return send(response, { status: 403, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' });
      }
      const [, named, ...rest] = url.pathname.split('/');
      if (named !== bucket) return send(response, { status: 404, body: '<Error><Code>NoSuchBucket</Code></Error>' });
      send(response, answer({ method: request.method ?? '', url, key: rest.join('/'), body }));
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The store has no port.');
  return {
    settings: { ...access, endpoint: `http://127.0.0.1:${address.port}`, bucket },
    kept: () => [...objects.keys(), ...Array.from(uploads.values(), ({ key }) => `${key} (unfinished)`)].sort(),
    parts: () => lastParts,
    damage: (key) => objects.get(key)?.writeUInt8((objects.get(key)?.readUInt8(0) ?? 0) ^ 1, 0),
    lose: (key) => void objects.delete(key),
    failWith: (status) => {
      failure = status;
    },
    refused: () => refused,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { status, body, etag }: Answer): void {
  const bytes = Buffer.from(body ?? '');
  response.writeHead(status, { 'content-length': bytes.byteLength, ...(etag === undefined ? {} : { etag }) }).end(bytes);
}

function etagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function isSigned(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  { region, accessKeyId, secretAccessKey }: Pick<S3Settings, 'region' | 'accessKeyId' | 'secretAccessKey'>,
): boolean {
  const [, id, day = '', place, names = '', signature = ''] = authorization.exec(request.headers.authorization ?? '') ?? [];
  const payload = String(request.headers['x-amz-content-sha256']);
  const time = String(request.headers['x-amz-date']);
  if (id !== accessKeyId || place !== region || payload !== sha256(body) || !time.startsWith(day)) return false;
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name))) return false;
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const canonical = [request.method, url.pathname, query, headers.join(''), names, payload].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secretAccessKey}`));
  return timingSafeEqual(hmac(key, text), Buffer.from(signature, 'hex'));
}

function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
