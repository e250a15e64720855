import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { bigint, boolean, integer, text } from 'drizzle-orm/pg-core';
import { proofs } from '@/domain/charter/parameters';
import { bytes, id } from './columns';
import { passkeys } from './passkeys';

/** What proved who signed a statement. */
export const proofKind = (name: string) => text(name, { enum: proofs });

/** Of a personal key, everything that a reader needs to check its signature without this database. All null where something else proved it. */
export const keyProof = () => ({
  passkeyId: id('passkey_id').references(() => passkeys.id),
  spki: bytes('spki'),
  algorithm: integer('algorithm'),
  clientDataJson: bytes('client_data_json'),
  authenticatorData: bytes('authenticator_data'),
  signature: bytes('signature'),
  counter: bigint('counter', { mode: 'number' }),
  backupEligible: boolean('backup_eligible'),
  backedUp: boolean('backed_up'),
});

type KeyColumns = Record<keyof ReturnType<typeof keyProof>, AnyColumn>;

/** A key's proof is whole, and nothing else has any of it. */
export function isWhole(t: KeyColumns, kind: AnyColumn): SQL {
  return sql`num_nonnulls(${t.passkeyId}, ${t.spki}, ${t.algorithm}, ${t.clientDataJson}, ${t.authenticatorData}, ${t.signature}, ${t.counter}, ${t.backupEligible}, ${t.backedUp}) = case ${kind} when 'passkey' then 9 else 0 end`;
}

export function isProof(kind: AnyColumn): SQL {
  return sql`${kind} in ('passkey', 'code', 'password')`;
}
