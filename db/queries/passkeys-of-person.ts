import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { passkeys } from '@/db/schema';

/** A personal key as its owner sees it. Times are ISO 8601. */
export type OwnKey = {
  id: string;
  name: string;
  credentialId: string;
  /** Whether its maker copies it to other devices. */
  isSynced: boolean;
  createdAt: string;
  lastUsedAt: string | null;
};

/** A person's own keys that still sign, in the order they were added. */
export async function passkeysOfPerson({ personId }: { personId: string }, conn: Db): Promise<OwnKey[]> {
  const rows = await conn
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.removedAt)))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
  return rows.map(({ id, name, credentialId, backupEligible, createdAt, lastUsedAt }) => ({
    ...{ id, name, credentialId, isSynced: backupEligible },
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
