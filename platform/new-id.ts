import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A UUIDv7: rises with time, so that rows made together lie together. */
export function newId(): string {
  return v7();
}

/** Unguessable bytes as lower-case hex. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
