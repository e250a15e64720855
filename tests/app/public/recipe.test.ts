import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { recipeOf } from '@/app/(public)/_verdict/recipe';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { attestationChallenge, attestationTag, challengeTag, signOffChallenge } from '@/domain/record/sign-off-challenge';
import { keyAlgorithms, pemOf } from '@/platform/passkey-key';
import { type Changes, softwareKey } from '@/tests/support/software-key';
import { temporaryFolder } from '@/tests/support/temporary-folder';

const shell = promisify(execFile);
const site = { origin: 'https://facts.example.org', rpId: 'facts.example.org' };
const names = ['record', 'statement', 'clientDataJSON', 'authenticatorData', 'signature', 'pem'] as const;
type Files = Record<(typeof names)[number], Uint8Array>;

/** A record, a statement of it, and a key's signature of that, as they are published. */
function signed(kind: 'p256' | 'ed25519', changes: Changes = {}, challengeOf = signOffChallenge): Files {
  const key = softwareKey(kind, site);
  const record = canonicalBytes({ v: 2, title: 'A record' });
  const statement = canonicalBytes({ v: 3, type: 'sign-off', decision: 'approve', recordSha256: digestOf(record) });
  const { response } = key.sign(challengeOf(statement), changes);
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
  return {
    ...{ record, statement, clientDataJSON: bytes(response.clientDataJSON) },
    ...{ authenticatorData: bytes(response.authenticatorData), signature: bytes(response.signature) },
    pem: new TextEncoder().encode(pemOf(new Uint8Array(key.publicKey.export({ type: 'spki', format: 'der' })))),
  };
}

/** Runs the very lines that a page would show, on files of this machine instead of a server's. */
async function check(kind: 'p256' | 'ed25519', files: Files, tag?: string): Promise<string> {
  const folder = temporaryFolder();
  const addresses = Object.fromEntries(names.map((name) => [name, `file://${join(folder, name)}`]));
  for (const name of names) await writeFile(join(folder, name), files[name]);
  const { record = '', statement = '', clientDataJSON = '', authenticatorData = '', signature = '', pem = '' } = addresses;
  const at = { record, statement, clientDataJSON, authenticatorData, signature, pem };
  const recipe = recipeOf({ origin: site.origin, ...at, algorithm: keyAlgorithms[kind], tag }).join('\n');
  return (await shell('bash', ['-c', recipe])).stdout;
}

describe.each(['p256', 'ed25519'] as const)('the recipe for a signature of %s', (kind) => {
  it('[R15] says that what was published is verified, with openssl', async () => {
    expect(await check(kind, signed(kind))).toMatch(/Verified OK|Signature Verified Successfully/);
  });

  it('[R15] fails when one byte of any file differs, and with another’s key', async () => {
    const files = signed(kind);
    for (const name of names.filter((one) => one !== 'pem')) {
      const changed = Uint8Array.from(files[name]);
      const at = changed.length - 2;
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(check(kind, { ...files, [name]: changed }), name).rejects.toThrow();
    }
    await expect(check(kind, { ...files, pem: signed(kind).pem })).rejects.toThrow();
  });

  it('[R15] [T35] fails for a signature made at another site, in a frame, or by somebody who was not verified', async () => {
    const wrong: Changes[] = [
      { origin: 'https://elsewhere.example' },
      { rpId: 'elsewhere.example' },
      { crossOrigin: true },
      { type: 'webauthn.create' },
      { flags: 0b001 },
    ];
    for (const changes of wrong) await expect(check(kind, signed(kind, changes))).rejects.toThrow();
  });

  it('[AT2] [AT5] checks an attestation as what it is, and neither it nor a sign-off as the other', async () => {
    const attestation = signed(kind, {}, attestationChallenge);
    expect(await check(kind, attestation, attestationTag)).toMatch(/Verified OK|Signature Verified Successfully/);
    await expect(check(kind, attestation, challengeTag)).rejects.toThrow();
    await expect(check(kind, signed(kind), attestationTag)).rejects.toThrow();
  });
});
