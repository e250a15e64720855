import { and, eq, gt } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { passwordResets } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';

/** Whose password a link resets at this moment; null for one that is unknown, used, overtaken or too old, which nobody can tell apart. `forUpdate` keeps the row, so that a link is used once. */
export async function openReset(
  { token, now, forUpdate = false }: { token: string; now: Date; forUpdate?: boolean },
  conn: Db | Tx,
): Promise<{ personId: string } | null> {
  const asked = conn
    .select({ personId: passwordResets.personId })
    .from(passwordResets)
    .where(and(eq(passwordResets.tokenSha256, digestOf(token)), gt(passwordResets.expiresAt, now)));
  const [row] = await (forUpdate ? asked.for('update') : asked);
  return row === undefined || row.personId === null ? null : { personId: row.personId };
}
