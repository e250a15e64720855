import { type RetractionStatement, readRetractionStatement } from '@/domain/correction/retraction';

/** What a person is asked on the page, to be found again in the bytes. */
export type ChosenRetraction = Pick<
  RetractionStatement,
  'revision' | 'retraction' | 'party' | 'member' | 'recordSha256' | 'charterSha256' | 'reason'
> & {
  /** Empty where the charter asks for no word on it (C19), or nothing was said. */
  conflict: '' | 'none';
};

/** The statement that bytes hold, when it says what was asked on this page and nothing else; undefined otherwise, so that nobody is led to sign other bytes (SPEC R13). */
export function chosenRetraction(bytes: Uint8Array, chosen: ChosenRetraction): RetractionStatement | undefined {
  const read = readRetractionStatement(new TextDecoder().decode(bytes));
  if (read === undefined) return undefined;
  const said = { ...read, conflict: read.conflict ?? '' };
  return keys.every((key) => said[key] === chosen[key]) ? read : undefined;
}

const keys = ['revision', 'retraction', 'party', 'member', 'recordSha256', 'charterSha256', 'reason', 'conflict'] as const;
