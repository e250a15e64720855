import { sql } from 'drizzle-orm';
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * Bytes. Written through `decode(…, 'base64')`: PGlite's own bytea parameters are several times slower, and both drivers
 * give back the same bytes this way. Bind with `sql` so that the parameter stays a parameter.
 */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => sql`decode(${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')}, 'base64')`,
  fromDriver: (value) => new Uint8Array(value),
});

/** A moment. Every stored time comes from `ctx.now`; there is no `default now()` anywhere. */
export function moment(name: string) {
  return timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
}

/** An id made by `ctx.newId` (UUIDv7). */
export function id(name: string) {
  return uuid(name);
}
