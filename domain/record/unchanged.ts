import { canonicalBytes, digestOf } from './canonical';
import type { FrozenRecord } from './frozen-record';

/** Whether two frozen records say the same, apart from the salt, which differs in each round, and the version they say it in (SPEC R3, R10). */
export function isUnchanged(one: FrozenRecord, other: FrozenRecord): boolean {
  return saltless(one) === saltless(other);
}

function saltless(record: FrozenRecord): string {
  return digestOf(canonicalBytes({ ...record, v: 3, salt: '' }));
}
