const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as base64url without padding (RFC 4648, section 5), as clientDataJSON writes a challenge. Of plain TypeScript: the page and the server both call it. */
export function base64UrlOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const taken = bytes.subarray(at, at + 3);
    const word = ((taken[0] ?? 0) << 16) | ((taken[1] ?? 0) << 8) | (taken[2] ?? 0);
    // n bytes are n + 1 digits of six bits.
    for (let digit = 0; digit <= taken.length; digit += 1) text += digits.charAt((word >> (18 - 6 * digit)) & 63);
  }
  return text;
}
