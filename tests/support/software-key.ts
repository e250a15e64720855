import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { relyingParty } from '@/platform/passkey';

/** A key as an authenticator holds it, in software: what it answers to a browser, byte by byte (Web Authentication, sections 5.8.1 and 6.1). */
export type SoftwareKey = ReturnType<typeof softwareKey>;

/** What a crafted authenticator or browser would say instead. */
export type Changes = {
  type?: string;
  origin?: string;
  rpId?: string;
  crossOrigin?: boolean;
  topOrigin?: string;
  /** Bit 0 is presence, 2 verification, 3 and 4 backup. */
  flags?: number;
};

const presentAndVerified = 0b101;
const attested = 0b100_0000;

export function softwareKey(kind: 'p256' | 'ed25519', site = relyingParty()) {
  const { publicKey, privateKey } =
    kind === 'p256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  const jwk = publicKey.export({ format: 'jwk' });
  const part = (text: string | undefined) => bytes(Buffer.from(text ?? '', 'base64url'));
  const cose =
    kind === 'p256'
      ? map([int(1), int(2)], [int(3), int(-7)], [int(-1), int(1)], [int(-2), part(jwk.x)], [int(-3), part(jwk.y)])
      : map([int(1), int(1)], [int(3), int(-8)], [int(-1), int(6)], [int(-2), part(jwk.x)]);
  let counter = 0;

  function clientData(challenge: string, { type, origin = site.origin, crossOrigin = false, topOrigin }: Changes): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin, ...(topOrigin && { topOrigin }) }));
  }

  function authenticatorData({ rpId = site.rpId, flags = presentAndVerified }: Changes, credential?: Buffer): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flag = Buffer.from([credential === undefined ? flags : flags | attested]);
    return Buffer.concat([digest(Buffer.from(rpId)), flag, count, credential ?? Buffer.alloc(0)]);
  }

  return {
    id,
    publicKey,
    /** Answers a registration. */
    register(challenge: string, changes: Changes = {}) {
      const length = Buffer.from([0, credentialId.byteLength]);
      const credential = Buffer.concat([Buffer.alloc(16), length, credentialId, cose]);
      const data = authenticatorData(changes, credential);
      const attestation = map([text('fmt'), text('none')], [text('attStmt'), map()], [text('authData'), bytes(data)]);
      return {
        ...{ id, rawId: id, type: 'public-key' as const },
        response: {
          clientDataJSON: clientData(challenge, { type: 'webauthn.create', ...changes }).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
        },
      };
    },
    /** Signs a challenge. */
    sign(challenge: string, changes: Changes = {}) {
      counter += 1;
      const data = authenticatorData(changes);
      const said = clientData(challenge, { type: 'webauthn.get', ...changes });
      const signature = sign(kind === 'p256' ? 'sha256' : null, Buffer.concat([data, digest(said)]), privateKey);
      return {
        ...{ id, rawId: id, type: 'public-key' as const },
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}

function digest(of: Buffer): Buffer {
  return createHash('sha256').update(of).digest();
}

/** CBOR (RFC 8949, section 3), as much as a key needs. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

function int(value: number): Buffer {
  return value < 0 ? head(1, -1 - value) : head(0, value);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([head(2, value.byteLength), value]);
}

function text(value: string): Buffer {
  return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
}

function map(...entries: [Buffer, Buffer][]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat()]);
}
