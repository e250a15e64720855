import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type BodyRefusal = (Refusal<'body-too-large'> & { limitBytes: number }) | Refusal<'body-not-json'> | Refusal<'body-type'>;

/** Enough for the longest form there is; uploads have their own path. */
const usualLimitBytes = 128 * 1024;

/** The body of a request as plain data: JSON, or the fields of an HTML form. One reader for every route, and it counts while it reads. */
export async function readBody(request: Request, limitBytes = usualLimitBytes): Promise<Result<unknown, BodyRefusal>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/x-www-form-urlencoded') return refuse({ code: 'body-type' });
  const bytes = await readUpTo(request.body, limitBytes);
  if (bytes === undefined) return refuse({ code: 'body-too-large', limitBytes });
  try {
    const body = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ok(type === 'application/json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body)));
  } catch {
    return refuse({ code: 'body-not-json' });
  }
}

async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | undefined> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}
