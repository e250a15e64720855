import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterInForce, ratificationOf } from '@/db/queries/charter-of-claim';
import { seatsOfParties } from '@/db/queries/seats-of-parties';
import { charterVersions } from '@/db/schema';
import { type CharterStep, nextCharterStep } from '@/domain/charter/next-step';

/** What the desk's first charter waits for, or null when one is in force. */
export async function charterStep({ workspaceId }: { workspaceId: string }, conn: Db): Promise<CharterStep | null> {
  if ((await charterInForce({ workspaceId }, conn)) !== undefined) return null;
  const signing = (await seatsOfParties({ workspaceId }, conn)).filter(({ standing }) => standing === 'signing');
  const [newest] = await conn
    .select()
    .from(charterVersions)
    .where(eq(charterVersions.workspaceId, workspaceId))
    .orderBy(desc(charterVersions.number))
    .limit(1);
  const proposed =
    newest === undefined ? undefined : { number: newest.number, unratified: (await ratificationOf(newest, conn)).unratified };
  return nextCharterStep({ signing, proposed });
}
