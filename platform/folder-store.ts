import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ObjectStore } from './object-store-port';

/** Two ids, so that no key leads out of the folder. */
const keyShape = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

/** Files in a folder: written beside their place, flushed to the disk, and put into it by one rename. */
export function openFolderStore(folder: string): ObjectStore {
  const pathOf = (key: string): string => {
    if (!keyShape.test(key)) throw new Error(`${key} is no key of a stored file.`);
    return join(folder, key);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const unfinished = unfinishedOf(path);
      await makeFolder(dirname(path));
      try {
        await write(unfinished, bytes);
        await rename(unfinished, path);
        await flushFolder(dirname(path));
      } catch (fault) {
        await rm(unfinished, { force: true });
        throw fault;
      }
    },
    async read(key) {
      const path = pathOf(key);
      return (await isThere(path)) ? bytesOf(path) : undefined;
    },
    async remove(key) {
      const path = pathOf(key);
      await rm(unfinishedOf(path), { force: true });
      await rm(path, { force: true });
    },
  };
}

function unfinishedOf(path: string): string {
  return `${path}.part`;
}

async function write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Opened when it is first read: who is told of a file and never reads it leaves nothing open. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

/** A new folder is an entry of the one above, which must not be lost either. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first !== undefined) await flushFolder(dirname(first));
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return false;
      throw fault;
    },
  );
}
