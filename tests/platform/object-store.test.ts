import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { digestOf } from '@/domain/record/canonical';
import { inPieces } from '@/tests/support/in-pieces';
import { describeOnBothStores } from '@/tests/support/stores';

const newKey = () => `${randomUUID()}/${randomUUID()}`;
const mebibyte = 1024 * 1024;

/** Bytes of which no two mebibytes are the same. */
async function* long(mebibytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < mebibytes; at += 1) yield new Uint8Array(mebibyte).fill(at);
}

async function wholeOf(bytes: AsyncIterable<Uint8Array> | undefined): Promise<Buffer | undefined> {
  if (bytes === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describeOnBothStores('a store of files', (open, bucket) => {
  it('[F9] gives back what it was given, to the last byte, and what it has not is undefined', async () => {
    const { store } = open();
    const key = newKey();
    const bytes = new TextEncoder().encode('An article about the talks.');
    expect(await store.read(key)).toBeUndefined();
    await store.put(key, inPieces(bytes));
    expect(await wholeOf(await store.read(key))).toEqual(Buffer.from(bytes));
  });

  it('[F1] [F9] keeps a long file, in a bucket by parts, and gives it back the same', async () => {
    const { store, kept } = open();
    const key = newKey();
    await store.put(key, long(18));
    expect(digestOf((await wholeOf(await store.read(key))) ?? '')).toBe(digestOf((await wholeOf(long(18))) ?? ''));
    expect((await kept()).filter((name) => name.startsWith(key))).toEqual([key]);
    if (bucket() !== undefined) expect(bucket()?.parts()).toEqual([8 * mebibyte, 8 * mebibyte, 2 * mebibyte]);
  });

  it.each([
    ['at its beginning', 0],
    ['in its middle', 9],
  ])('[F1] keeps nothing of a file that breaks off %s', async (_, whole) => {
    const { store, kept } = open();
    const key = newKey();
    async function* broken() {
      yield* long(whole);
      throw new Error('cut off');
    }
    await expect(store.put(key, broken())).rejects.toThrow('cut off');
    expect((await kept()).filter((name) => name.startsWith(key))).toEqual([]);
    expect(await store.read(key)).toBeUndefined();
  });

  it('[F10] removes what is there and what is half there, and minds nothing that is not', async () => {
    const { store, kept } = open();
    const [key, other] = [newKey(), newKey()];
    for (const name of [key, other]) await store.put(name, long(1));
    // A writer that never goes on, as of a process that ended.
    const half = newKey();
    let stopped = () => {};
    const begun = new Promise<void>((resolve) => {
      async function* stuck() {
        yield* long(18);
        resolve();
        await new Promise<void>((end) => {
          stopped = end;
        });
        throw new Error('the process ended');
      }
      void store.put(half, stuck()).catch(() => undefined);
    });
    await begun;
    await expect.poll(async () => (await kept()).some((name) => name.startsWith(half))).toBe(true);
    for (const name of [key, half, newKey()]) await store.remove(name);
    const left = await kept();
    expect(left.filter((name) => name.startsWith(half) || name.startsWith(key))).toEqual([]);
    expect(left).toContain(other);
    stopped();
  });

  it('[F9] has no key that leads elsewhere, and signs every request', async () => {
    const { store } = open();
    if (bucket() === undefined) {
      for (const key of ['../secret', `${randomUUID()}/../../x`, '/etc/passwd', ''])
        await expect(store.read(key)).rejects.toThrow('no key');
    }
    await store.put(newKey(), long(1));
    expect(bucket()?.refused() ?? 0).toBe(0);
  });
});
