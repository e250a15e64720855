import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { settings } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';

/** The setting that holds the digest of the one-time setup link. The link itself is printed once and stored nowhere. */
export const setupTokenSetting = 'setup-token-sha256';

/** Whether this is the token of the setup link. Inside a transaction the row stays locked, so that a link is used once. */
export async function isSetupToken(token: string, conn: Db | Tx): Promise<boolean> {
  const [row] = await conn.select().from(settings).where(eq(settings.name, setupTokenSetting)).for('update');
  return row !== undefined && row.value === digestOf(token);
}
