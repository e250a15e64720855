import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openFolderStore } from '@/platform/folder-store';
import type { ObjectStore } from '@/platform/object-store-port';
import { openS3Store } from '@/platform/s3-store';
import { type S3Server, startS3Server } from './s3-server';

/** A store, and what is in it by key: unfinished uploads too, by whatever name. */
export type OpenStore = { store: ObjectStore; kept: () => Promise<string[]> };

let folder: string | undefined;

/** Where the files of all tests of a worker are; it goes with the worker. */
export function folderOfTests(): ObjectStore {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'countersign-objects-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return openFolderStore(folder);
}

/** Runs a suite on a folder and on a bucket of a server that answers. */
export function describeOnBothStores(
  name: string,
  suite: (open: () => OpenStore, bucket: () => S3Server | undefined) => void,
): void {
  describe(`${name} (folder)`, () => {
    let own: string;
    beforeAll(() => {
      own = mkdtempSync(join(tmpdir(), 'countersign-store-'));
    });
    afterAll(() => rmSync(own, { recursive: true, force: true }));
    suite(
      () => ({ store: openFolderStore(own), kept: async () => filesIn(own) }),
      () => undefined,
    );
  });
  describe(`${name} (bucket)`, () => {
    let server: S3Server;
    beforeAll(async () => {
      server = await startS3Server();
    });
    afterAll(() => server.stop());
    suite(
      () => ({ store: openS3Store(server.settings), kept: async () => server.kept() }),
      () => server,
    );
  });
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .sort();
}
