import { createHash } from 'node:crypto';

/** How much is remembered: of one kind of bytes, more than a busy desk has in use at once. */
const most = 1_000;

/**
 * What stored bytes say, remembered by their digest: the bytes decide every time, and reading the same ones again is saved (C23). Pages ask what the charter
 * says a dozen times, and a list what each revision in signing says. Frozen through and through, since everybody is handed the same.
 */
export function readOnce<Said>(read: (json: unknown) => Said): {
  /** What these bytes say, and their digest. */
  of: (bytes: Uint8Array) => { sha256: string; said: Said };
  /** What bytes of this digest said before, if that is still known. */
  known: (sha256: string) => Said | undefined;
} {
  const remembered = new Map<string, Said>();
  const keep = (sha256: string, said: Said): Said => {
    // The one that was used last is the last to go.
    remembered.delete(sha256);
    remembered.set(sha256, said);
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size > most) remembered.delete(oldest);
    return said;
  };
  const known = (sha256: string) => {
    const said = remembered.get(sha256);
    return said === undefined ? undefined : keep(sha256, said);
  };
  const of = (bytes: Uint8Array) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const said = known(sha256) ?? keep(sha256, frozen(read(JSON.parse(new TextDecoder().decode(bytes)))));
    return { sha256, said };
  };
  return { of, known };
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
