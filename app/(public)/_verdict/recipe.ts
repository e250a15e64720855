import { challengeTag } from '@/domain/record/sign-off-challenge';
import { keyAlgorithms } from '@/platform/passkey-key';

type RecipeFacts = {
  /** The deployment's public origin, that signers' browsers named. */
  origin: string;
  /** The absolute addresses of the record and of the signature's files. */
  record: string;
  statement: string;
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
  pem: string;
  /** COSE's number of the key's algorithm. */
  algorithm: number;
  /** What stands before the statement in what the key signed: a sign-off's, unless it is an attestation's. */
  tag?: string;
};

/**
 * What a reader types to check a personal key's signature with other people's programs (SPEC R15). One subshell: pasted, it ends at the first thing that is not so, and
 * leaves their own shell open. The statement is canonical JSON, so a part of it is found as text; clientDataJSON is a browser's, so it is read as JSON.
 */
export function recipeOf({
  origin,
  record,
  statement,
  clientDataJSON,
  authenticatorData,
  signature,
  pem,
  algorithm,
  tag = challengeTag,
}: RecipeFacts): string[] {
  const files = {
    'record.json': record,
    'statement.json': statement,
    clientDataJSON,
    authenticatorData,
    signature,
    'key.pem': pem,
  };
  return [
    '( set -e',
    'cd "$(mktemp -d)"',
    ...Object.entries(files).map(([name, address]) => `curl -fsS -o ${name} ${address}`),
    "RECORD=$(openssl dgst -sha256 -r record.json | cut -d' ' -f1)",
    'grep -qF "\\"recordSha256\\":\\"$RECORD\\"" statement.json',
    `CHALLENGE=$({ printf '${tag.trimEnd()}\\n'; cat statement.json; } | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')`,
    `python3 -c '${client}' "$CHALLENGE" ${origin} ${new URL(origin).hostname}`,
    'openssl dgst -sha256 -binary clientDataJSON | cat authenticatorData - > signed',
    algorithm === keyAlgorithms.ed25519
      ? 'openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed -sigfile signature'
      : 'openssl dgst -sha256 -verify key.pem -signature signature signed',
    ')',
  ];
}

/** For this statement, at this site, in no frame, its owner present (bit 0) and verified (bit 2). */
const client = [
  'import json,sys,hashlib',
  'c=json.load(open("clientDataJSON"))',
  'a=open("authenticatorData","rb").read()',
  'ok=c["type"]=="webauthn.get" and c["challenge"]==sys.argv[1] and c["origin"]==sys.argv[2] and not c.get("crossOrigin") and a[:32]==hashlib.sha256(sys.argv[3].encode()).digest() and a[32]&5==5',
  'sys.exit(0 if ok else "not of this statement and site")',
].join(';');
