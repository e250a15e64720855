import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { mailChoices } from '@/db/schema';
import { type MailWay, type ToldGroup, usualWays } from '@/domain/discussion/told-kinds';

/** How a person wants the news of each group at a desk: as they chose, else the usual way (SPEC N1). */
export async function mailWaysOf(
  { personId, workspaceId }: { personId: string; workspaceId: string },
  conn: Db | Tx,
): Promise<Record<ToldGroup, MailWay>> {
  const own = and(eq(mailChoices.personId, personId), eq(mailChoices.workspaceId, workspaceId));
  const rows = await conn.select({ group: mailChoices.group, way: mailChoices.way }).from(mailChoices).where(own);
  return { ...usualWays, ...Object.fromEntries(rows.map(({ group, way }) => [group, way])) };
}
