import { v7 } from 'uuid';

/** A UUIDv7: rises with time, so that rows made together lie together. */
export function newId(): string {
  return v7();
}
