import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** A document as RFC 8785 canonical JSON in UTF-8: the bytes that are hashed, stored, signed and served. SPEC R2. */
export function canonicalBytes(value: unknown): Uint8Array {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('Only JSON values have canonical bytes.');
  return utf8ToBytes(json);
}

/** Lower-case hex SHA-256 of bytes, or of the UTF-8 of a text. */
export function digestOf(input: Uint8Array | string): string {
  return bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input));
}

/** The digest a party accepts a question by: of its NFC text without surrounding white space (C05). */
export function questionDigest(question: string): string {
  return digestOf(question.trim().normalize('NFC'));
}
