import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterStandings } from '@/db/queries/charter-of-claim';
import { seatsOfParties } from '@/db/queries/seats-of-parties';
import { charterVersions } from '@/db/schema';
import { type CharterStep, nextCharterStep } from '@/domain/charter/next-step';

/** What the desk's first charter waits for, or null when one is in force. */
export async function charterStep({ workspaceId }: { workspaceId: string }, conn: Db): Promise<CharterStep | null> {
  const current = and(eq(charterVersions.workspaceId, workspaceId), inArray(charterVersions.state, ['in-force', 'proposed']));
  const versions = await charterStandings(current, conn);
  if (versions.some(({ state, unratified }) => state === 'in-force' && unratified.length === 0)) return null;
  const signing = (await seatsOfParties({ workspaceId }, conn)).filter(({ standing }) => standing === 'signing');
  const [newest] = versions;
  return nextCharterStep({
    signing,
    proposed: newest && { number: newest.version.number, unratified: newest.unratified },
  });
}
