import { proofParts } from '@/db/queries/public/proof-bytes';
import { isLocale } from '@/messages/locales';
import { numberIn, slugIn } from './address-parts';
import {
  readAttestationBytes,
  readAttestationProof,
  readCharterBytes,
  readProofBytes,
  readRecordBytes,
  readRetractionBytes,
  readRetractionProof,
  readSignOffBytes,
  readWorkspace,
} from './reads';

type Part = string | undefined;

/** The bytes at an address, or undefined: malformed, unknown and unpublished are one answer. */
export async function openRecordBytes({ locale, slug, number }: { locale: Part; slug: Part; number: Part }) {
  const at = await revisionAt(locale, slug, number);
  return at === undefined ? undefined : readRecordBytes(at);
}

type File = { locale: Part; slug: Part; number: Part; file: Part };

export async function openSignOffBytes({ locale, slug, number, file }: File) {
  const at = await revisionAt(locale, slug, number);
  const position = placeOfStatement(file);
  return at === undefined || position === undefined ? undefined : readSignOffBytes({ ...at, position });
}

/** One of the files with which a reader checks a personal key's signature, `1.pem` for the first signer's key. */
export async function openProofBytes({ locale, slug, number, file }: File) {
  const at = await revisionAt(locale, slug, number);
  const place = placeOfProof(file);
  return at === undefined || place === undefined ? undefined : readProofBytes({ ...at, ...place });
}

/** The same of what observing parties attest. */
export async function openAttestationBytes({ locale, slug, number, file }: File) {
  const at = await revisionAt(locale, slug, number);
  const position = placeOfStatement(file);
  return at === undefined || position === undefined ? undefined : readAttestationBytes({ ...at, position });
}

export async function openAttestationProof({ locale, slug, number, file }: File) {
  const at = await revisionAt(locale, slug, number);
  const place = placeOfProof(file);
  return at === undefined || place === undefined ? undefined : readAttestationProof({ ...at, ...place });
}

function placeOfStatement(file: Part): number | undefined {
  return file?.endsWith('.json') === true ? numberIn(file.slice(0, -'.json'.length)) : undefined;
}

function placeOfProof(file: Part) {
  const part = proofParts.find((name) => file?.endsWith(`.${name}`));
  const position = part === undefined ? undefined : numberIn(file?.slice(0, -part.length - 1));
  return part === undefined || position === undefined ? undefined : { position, part };
}

/** A signer's statement on the retraction of a revision. */
export async function openRetractionBytes({ locale, slug, number, file }: File) {
  const at = await revisionAt(locale, slug, number);
  const position = placeOfStatement(file);
  return at === undefined || position === undefined ? undefined : readRetractionBytes({ ...at, position });
}

/** What a reader checks that with, where a personal key has signed it. */
export async function openRetractionProof({ locale, slug, number, file }: File) {
  const at = await revisionAt(locale, slug, number);
  const place = placeOfProof(file);
  return at === undefined || place === undefined ? undefined : readRetractionProof({ ...at, ...place });
}

export async function openCharterBytes({ locale, number: part }: { locale: Part; number: Part }) {
  const number = numberIn(part);
  const workspaceId = await workspaceAt(locale);
  return number === undefined || workspaceId === undefined ? undefined : readCharterBytes({ workspaceId, number });
}

async function revisionAt(locale: Part, slugPart: Part, numberPart: Part) {
  const slug = slugIn(slugPart);
  const number = numberIn(numberPart);
  const workspaceId = await workspaceAt(locale);
  return slug === undefined || number === undefined || workspaceId === undefined ? undefined : { workspaceId, slug, number };
}

async function workspaceAt(locale: Part): Promise<string | undefined> {
  return isLocale(locale) ? (await readWorkspace({}))?.id : undefined;
}
