import { wordlist } from '@scure/bip39/wordlists/english.js';

/** Eight of 2048 words are 88 bits: nobody finds other bytes with the same eight, and a person can read them aloud. */
const words = 8;
const bitsPerWord = 11;

/** The first 88 bits of a hex digest in words of BIP 39's English list, to be compared by ear or on paper. It is no secret and no phrase of a wallet. SPEC R14. */
export function fingerprintOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A fingerprint is of a SHA-256 in hex.');
  const bits = BigInt(`0x${sha256}`);
  return Array.from({ length: words }, (_, index) => {
    const shift = BigInt(256 - bitsPerWord * (index + 1));
    return wordlist[Number((bits >> shift) & 2047n)];
  }).join(' ');
}
