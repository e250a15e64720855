import { sameCorrection } from '@/domain/correction/same-correction';
import { readStatement, type SignedCorrection, type SignOffStatement } from '@/domain/record/sign-off-statement';

/** What a person chose on the page, to be found again in the bytes. */
export type Chosen = Pick<SignOffStatement, 'revision' | 'party' | 'member' | 'recordSha256' | 'charterSha256' | 'decision'> & {
  reason: string;
  cites: string;
  /** Empty for every position but an objection (C25). */
  ground: string;
  /** Empty where the charter asks for no word on it (C19). */
  conflict: '' | 'none' | 'declared';
  /** What the page says that the revision corrects; undefined of a first one (SPEC GC1). */
  correction: SignedCorrection | undefined;
};

/**
 * The statement that bytes hold, when it says what was chosen on this page and nothing else; undefined otherwise, so that nobody is led to sign bytes of
 * another position. The page makes the sentence of the bytes, never of the form (SPEC R13).
 */
export function chosenStatement(bytes: Uint8Array, chosen: Chosen): SignOffStatement | undefined {
  const statement = read(bytes);
  if (statement?.v !== 3) return undefined;
  const { revision, party, member, recordSha256, charterSha256, decision, reason } = statement;
  const { cites = '', ground = '', conflict = '' } = statement;
  const said: Omit<Chosen, 'correction'> = {
    revision,
    party,
    member,
    recordSha256,
    charterSha256,
    decision,
    reason,
    cites,
    ground,
    conflict,
  };
  const wanted = { ...chosen, reason: chosen.reason.trim().normalize('NFC') };
  const isSame = keys.every((key) => said[key] === wanted[key]) && sameCorrection(statement.correction, chosen.correction);
  return isSame ? statement : undefined;
}

const keys = [
  ...(['revision', 'party', 'member', 'recordSha256', 'charterSha256'] as const),
  ...(['decision', 'reason', 'cites', 'ground', 'conflict'] as const),
];

function read(bytes: Uint8Array): SignOffStatement | undefined {
  try {
    return readStatement(bytes);
  } catch {
    return undefined;
  }
}
