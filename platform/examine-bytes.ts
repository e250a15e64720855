import { createHash } from 'node:crypto';
import { mediaTypeOf } from './media-type-of';

/** What bytes turned out to be, once the last one has passed. */
export type Examined = { sha256: string; sizeBytes: number; mediaType: string };

/** The bytes ended before they should have: the connection was cut, or they were fewer or more than was said. */
export class NotWhole extends Error {
  constructor(cause?: unknown) {
    super('The bytes are not those that were announced.', { cause });
    this.name = 'NotWhole';
  }
}

/** file-type wants about 4 kB for most kinds, and more where a kind is told by what an archive holds. */
const sampleBytes = 64 * 1024;

/** Looks at bytes while they pass on to where they are kept: hashed, counted, and told what they are. Nothing but their beginning is held (SPEC F1, F2). */
export function examineBytes(
  source: AsyncIterable<Uint8Array>,
  { sizeBytes }: { /** What was announced. */ sizeBytes: number },
): { bytes: AsyncIterable<Uint8Array>; examined: () => Promise<Examined> } {
  const hash = createHash('sha256');
  const text = new TextWatch();
  const sample: Uint8Array[] = [];
  let size = 0;

  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of announced(source)) {
      size += chunk.byteLength;
      if (size > sizeBytes) throw new NotWhole();
      hash.update(chunk);
      text.look(chunk);
      if (size - chunk.byteLength < sampleBytes) sample.push(chunk.slice(0, sampleBytes));
      yield chunk;
    }
    if (size < sizeBytes) throw new NotWhole();
  }

  return {
    bytes: pass(),
    examined: async () => ({
      sha256: hash.digest('hex'),
      sizeBytes: size,
      mediaType: await mediaTypeOf(Buffer.concat(sample), text.isText()),
    }),
  };
}

/** Only the source's own faults are told as such: one of whoever takes the bytes never comes here. */
async function* announced(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (cause) {
    throw new NotWhole(cause);
  }
}

/** Whether everything so far is UTF-8 without control characters: what a person can read. */
class TextWatch {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #readable = true;

  look(chunk: Uint8Array): void {
    this.#decode(() => this.#decoder.decode(chunk, { stream: true }));
  }

  isText(): boolean {
    this.#decode(() => this.#decoder.decode());
    return this.#readable;
  }

  #decode(decode: () => string): void {
    if (!this.#readable) return;
    try {
      this.#readable = !unreadable.test(decode());
    } catch {
      this.#readable = false;
    }
  }
}

// Tabs, line ends and form feeds are in many a text.
const unreadable = /[^\P{Cc}\t\n\f\r\u0085]/u;
