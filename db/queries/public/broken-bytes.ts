import { digestOf } from '@/domain/record/canonical';

/** Stored bytes that are not those their digest names: what they were to be, which digest that is, and which they have. SPEC R11. */
export type BrokenBytes = { what: 'record' | 'charter' | 'sign-off' | 'signed-bytes'; sha256: string; found: string };
/** What stands in the place of everything that such bytes would have said. */
export type Broken = { broken: BrokenBytes[] };

/** Hashes bytes that are about to be read. They never change, so a difference is somebody's hand in the database. */
export function faultOfBytes(
  what: BrokenBytes['what'],
  { bytes, sha256 }: { bytes: Uint8Array; sha256: string },
): BrokenBytes | undefined {
  const found = digestOf(bytes);
  return found === sha256 ? undefined : { what, sha256, found };
}
