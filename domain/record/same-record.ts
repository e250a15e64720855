import { canonicalBytes, digestOf } from './canonical';
import type { FrozenRecord } from './frozen-record';

/** Whether two frozen records say the same: their bytes differ in nothing but the salt, which is another one in each round (SPEC R10). */
export function isSameRecord(one: FrozenRecord, other: FrozenRecord): boolean {
  return digestWithoutSalt(one) === digestWithoutSalt(other);
}

function digestWithoutSalt(record: FrozenRecord): string {
  return digestOf(canonicalBytes({ ...record, salt: '' }));
}
