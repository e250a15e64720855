import { createHash } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { env } from './env';
import { algorithmIds, spkiOfCose, verifiesWith } from './passkey-key';

const base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/);
/** Of a key that is named by its first certificate, 16 KiB are more than any authenticator says. */
const long = base64Url.max(16_384);
/** What browsers add beside these is theirs and is not looked at. */
const credential = {
  id: base64Url.max(1400),
  rawId: base64Url.max(1400),
  type: z.literal('public-key'),
};

/** What a browser answers when a key was made. */
export const Registration = z.object({
  ...credential,
  response: z.object({ clientDataJSON: long, attestationObject: long }),
});
/** What it answers when a key has signed. */
export const Assertion = z.object({
  ...credential,
  response: z.object({ clientDataJSON: long, authenticatorData: long, signature: long }),
});
export type Registration = z.output<typeof Registration>;
export type Assertion = z.output<typeof Assertion>;

/** Whose site a key is made for: the host of APP_URL, and that origin alone. */
export function relyingParty(): { origin: string; rpId: string } {
  const { APP_URL } = env();
  return { origin: APP_URL, rpId: new URL(APP_URL).hostname };
}

/** What the browser is asked for. The key is not discoverable: it is offered for no sign-in, and there is none that would take it. */
export function registrationOptions(asked: {
  challenge: string;
  personId: string;
  name: string;
  desk: string;
  known: string[];
}): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: asked.desk,
    rpID: relyingParty().rpId,
    userName: asked.name,
    userID: new Uint8Array(Buffer.from(`sign-off:${asked.personId}`)),
    challenge: new Uint8Array(Buffer.from(asked.challenge, 'base64url')),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    excludeCredentials: asked.known.map((id) => ({ id })),
    supportedAlgorithmIDs: algorithmIds,
  });
}

type MadeKey = {
  credentialId: string;
  cose: Uint8Array;
  spki: Uint8Array;
  algorithm: number;
  counter: number;
  backupEligible: boolean;
  backedUp: boolean;
};

/** The challenge that an answer names, to be looked up; undefined for bytes that are no client data. */
export function challengeIn({ response }: Registration | Assertion): string | undefined {
  return clientDataOf(response.clientDataJSON)?.challenge;
}

/** The key that was made for a challenge, or undefined: for another origin or challenge, without the person being verified, or of an algorithm that is not taken. */
export async function keyMadeFor(registration: Registration, challenge: string): Promise<MadeKey | undefined> {
  if (isFramed(registration.response.clientDataJSON)) return undefined;
  const { origin, rpId } = relyingParty();
  // The library throws on whatever an attacker may write as well as on its own faults; both mean that no key was shown to be made.
  const verified = await verifyRegistrationResponse({
    response: { ...registration, clientExtensionResults: {} } satisfies RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithmIds,
  }).catch(() => undefined);
  const made = verified?.registrationInfo;
  if (verified?.verified !== true || made?.userVerified !== true) return undefined;
  const key = spkiOfCose(made.credential.publicKey);
  if (key === undefined) return undefined;
  return {
    credentialId: made.credential.id,
    cose: made.credential.publicKey,
    ...key,
    counter: made.credential.counter,
    backupEligible: made.credentialDeviceType === 'multiDevice',
    backedUp: made.credentialBackedUp,
  };
}

export type KeySignature = {
  clientDataJson: Uint8Array;
  authenticatorData: Uint8Array;
  signature: Uint8Array;
  counter: number;
  backupEligible: boolean;
  backedUp: boolean;
};

/**
 * What a key has signed of a challenge, or undefined when it did not: another challenge, origin or site, a page in a frame, nobody present or verified, a counter that
 * went back, another key. It is asked twice: by the library, and with the public key and the bytes as they are published, as any reader would.
 */
export async function signatureOf(
  assertion: Assertion,
  key: { credentialId: string; cose: Uint8Array; spki: Uint8Array; algorithm: number; counter: number },
  challenge: string,
): Promise<KeySignature | undefined> {
  if (isFramed(assertion.response.clientDataJSON)) return undefined;
  const { origin, rpId } = relyingParty();
  const verified = await verifyAuthenticationResponse({
    response: { ...assertion, clientExtensionResults: {} } satisfies AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    credential: { id: key.credentialId, publicKey: new Uint8Array(key.cose), counter: key.counter },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (verified?.verified !== true || !verified.authenticationInfo.userVerified) return undefined;
  const [clientDataJson, authenticatorData, signature] = [
    bytesOf(assertion.response.clientDataJSON),
    bytesOf(assertion.response.authenticatorData),
    bytesOf(assertion.response.signature),
  ];
  const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJson).digest()]);
  if (!verifiesWith({ spki: key.spki, algorithm: key.algorithm, signed, signature })) return undefined;
  const { newCounter, credentialDeviceType, credentialBackedUp } = verified.authenticationInfo;
  return {
    ...{ clientDataJson, authenticatorData, signature },
    counter: newCounter,
    backupEligible: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
  };
}

const ClientData = z.object({
  challenge: z.string(),
  crossOrigin: z.boolean().optional(),
  topOrigin: z.string().optional(),
});

/** Whether the page that asked stood in one of another origin. Safari leaves `topOrigin` out, which is all that the library looks at; a browser that names neither was in none. */
function isFramed(clientDataJson: string): boolean {
  const data = clientDataOf(clientDataJson);
  return data === undefined || data.crossOrigin === true || data.topOrigin !== undefined;
}

function clientDataOf(text: string): z.output<typeof ClientData> | undefined {
  try {
    return ClientData.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}
