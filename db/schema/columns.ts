import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, customType, timestamp, uuid } from 'drizzle-orm/pg-core';
import { wordsOf } from '@/domain/claim/search-words';

/**
 * Bytes. Written through `decode(…, 'base64')`: PGlite's own bytea parameters are several times slower, and both drivers
 * give back the same bytes this way. Bind with `sql` so that the parameter stays a parameter.
 */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => sql`decode(${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')}, 'base64')`,
  fromDriver: (value) => new Uint8Array(value),
});

/**
 * A text as the search of claims compares it (SPEC D5). Written as plain text and kept as its folded words, without places, so that both databases
 * compare the same letters; nobody reads it back.
 */
export const searchWords = customType<{ data: string; driverData: string }>({
  dataType: () => 'tsvector',
  toDriver: (text) => sql`array_to_tsvector(string_to_array(${wordsOf(text).join(' ')}, ' '))`,
});

/** A moment. Every stored time comes from `ctx.now`; there is no `default now()` anywhere. */
export function moment(name: string) {
  return timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
}

/** An id made by `ctx.newId` (UUIDv7). */
export function id(name: string) {
  return uuid(name);
}

/** What `visibleLength` of domain/record/draft.ts counts, for a CHECK: white space once, and no marks that nobody sees. */
export function visibleLength(column: AnyPgColumn): SQL {
  const unseen = sql.raw(
    String.raw`'[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]'`,
  );
  const white = sql.raw(String.raw`'[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+'`);
  return sql`char_length(btrim(regexp_replace(regexp_replace(${column}, ${unseen}, '', 'g'), ${white}, ' ', 'g')))`;
}
