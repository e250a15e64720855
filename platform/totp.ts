import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands (RFC 6238): SHA-1, six digits, half a minute. */
const usual = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** One step early or late, for clocks that differ and people who type slowly (RFC 6238, section 5.2). */
const window = 1;

/** A secret in base32, as apps take it, from random bytes in hex. 160 bits are what RFC 4226 recommends. */
export const secretBytes = 20;
export function secretFromHex(hex: string): string {
  return Secret.fromHex(hex).base32;
}

/** What the picture says that an app takes a photograph of. */
export function appAddress({ secret, account, issuer }: { secret: string; account: string; issuer: string }): string {
  return new TOTP({ ...usual, secret: Secret.fromBase32(secret), label: account, issuer }).toString();
}

/** The time step of which this is the code, or undefined when it is none of about now. */
export function stepOfCode({ secret, code, now }: { secret: string; code: string; now: Date }): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const totp = new TOTP({ ...usual, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / usual.period) + delta;
}
