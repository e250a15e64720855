import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type UploadBodyRefusal = Refusal<'upload-type'> | Refusal<'length-required'>;

/** The raw body of a request and how long it says that it is. Nothing is read yet. What the bytes are, they tell themselves, so only one type is taken (SPEC F2). */
export function readUpload(request: Request): Result<{ sizeBytes: number; bytes: AsyncIterable<Uint8Array> }, UploadBodyRefusal> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/octet-stream') return refuse({ code: 'upload-type' });
  const length = request.headers.get('content-length');
  if (length === null || !/^\d{1,15}$/.test(length)) return refuse({ code: 'length-required' });
  return ok({ sizeBytes: Number(length), bytes: chunksOf(request.body) });
}

/** Chunk by chunk, as fast as they are taken. A reader that stops leaves the rest in the line, so that the sender still gets an answer. */
async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
