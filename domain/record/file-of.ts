import type { FrozenFile, FrozenSource } from './frozen-record';

/** The file of a frozen source, whichever version says it: the first one knew the digest alone (SPEC F8). */
export function fileOf({ file, fileSha256 }: FrozenSource): (Pick<FrozenFile, 'sha256'> & Partial<FrozenFile>) | undefined {
  if (file !== undefined) return file;
  return fileSha256 === undefined ? undefined : { sha256: fileSha256 };
}
