import { type Attestation, readAttestation } from '@/domain/record/attestation';

/** What a person chose on the page, to be found again in the bytes. */
export type ChosenAttestation = Pick<
  Attestation,
  'revision' | 'party' | 'member' | 'recordSha256' | 'charterSha256' | 'moment' | 'procedure'
> & { words: string; cites: string };

/** The attestation that bytes hold, when it says what was chosen on this page and nothing else; undefined otherwise, so that nobody is led to sign other bytes (SPEC R13). */
export function chosenAttestation(bytes: Uint8Array, chosen: ChosenAttestation): Attestation | undefined {
  const read = readOrNone(bytes);
  if (read === undefined) return undefined;
  const said = { ...read, cites: read.cites ?? '' };
  const wanted = { ...chosen, words: chosen.words.trim().normalize('NFC') };
  return keys.every((key) => said[key] === wanted[key]) ? read : undefined;
}

const keys = ['revision', 'party', 'member', 'recordSha256', 'charterSha256', 'moment', 'procedure', 'words', 'cites'] as const;

function readOrNone(bytes: Uint8Array): Attestation | undefined {
  try {
    return readAttestation(bytes);
  } catch {
    return undefined;
  }
}
