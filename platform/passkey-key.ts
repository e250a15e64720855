import { createPublicKey, verify } from 'node:crypto';
import { decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';

/** COSE's numbers of the algorithms that keys may have (RFC 9053): Ed25519, ECDSA on P-256, RSA with SHA-256. Named here, so that a newer runtime does not widen them. */
export const keyAlgorithms = { ed25519: -8, p256: -7, rsa: -257 } as const;
export const algorithmIds: number[] = Object.values(keyAlgorithms);

/** A key as COSE writes it in the attested data, as SubjectPublicKeyInfo, which openssl reads. Undefined for what is none of the three. */
export function spkiOfCose(cose: Uint8Array): { spki: Uint8Array; algorithm: number } | undefined {
  const decoded: unknown = decodeCredentialPublicKey(new Uint8Array(cose));
  if (!(decoded instanceof Map)) return undefined;
  const jwk = jwkOf(decoded);
  const algorithm: unknown = decoded.get(3);
  if (jwk === undefined || typeof algorithm !== 'number') return undefined;
  return {
    spki: new Uint8Array(createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' })),
    algorithm,
  };
}

/** The parameters of RFC 9053 (EC2 and OKP) and RFC 8230 (RSA). */
function jwkOf(key: Map<unknown, unknown>): { kty: string; [name: string]: string } | undefined {
  const field = (label: number): string => {
    const value = key.get(label);
    return value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : '';
  };
  const [kty, alg, crv] = [key.get(1), key.get(3), key.get(-1)];
  if (kty === 2 && alg === keyAlgorithms.p256 && crv === 1) return { kty: 'EC', crv: 'P-256', x: field(-2), y: field(-3) };
  if (kty === 1 && alg === keyAlgorithms.ed25519 && crv === 6) return { kty: 'OKP', crv: 'Ed25519', x: field(-2) };
  if (kty === 3 && alg === keyAlgorithms.rsa) return { kty: 'RSA', n: field(-1), e: field(-2) };
  return undefined;
}

/** Whether a key made a signature of these bytes: what openssl asks, with what is published. */
export function verifiesWith({
  spki,
  algorithm,
  signed,
  signature,
}: {
  spki: Uint8Array;
  algorithm: number;
  signed: Uint8Array;
  signature: Uint8Array;
}): boolean {
  const key = createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' });
  return verify(algorithm === keyAlgorithms.ed25519 ? null : 'sha256', signed, key, signature);
}

export function pemOf(spki: Uint8Array): string {
  return createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
}
