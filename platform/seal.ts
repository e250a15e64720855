import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { authSecret } from './env';

/** AES-256-GCM under a key made from the deployment's secret, so that a copy of the database alone opens nothing. NIST SP 800-38D: 96 random bits of nonce. */
const nonceBytes = 12;
const tagBytes = 16;

/** What `openSealed` gives back to whoever names the same purpose. */
export function seal(text: string, purpose: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), nonce);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64');
}

/** The text, or undefined: sealed under another secret or for another purpose, or changed since. */
export function openSealed(sealed: string, purpose: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(purpose), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function keyOf(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', authSecret(), '', `countersign ${purpose}`, 32));
}
