import { join } from 'node:path';
import { env } from './env';
import { openFolderStore } from './folder-store';
import type { ObjectStore } from './object-store-port';
import { processSlot } from './process-slot';
import { openS3Store } from './s3-store';

/** The store that the environment names: a bucket, or else a folder beside the database. */
export function objectStore(): ObjectStore {
  const slot = processSlot<ObjectStore>('countersign.objects');
  const { S3, DATA_DIR } = env();
  slot.current ??= S3 === undefined ? openFolderStore(join(DATA_DIR, 'objects')) : openS3Store(S3);
  return slot.current;
}
