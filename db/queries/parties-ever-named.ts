import { and, eq, isNotNull, or } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterVersions } from '@/db/schema';
import { charterStandings } from './charter-of-claim';

/** The parties that a version named which was in force or will be: their names and letters stand in what was signed and published under it (SPEC H17, H18). */
export async function partiesEverNamed({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<Set<string>> {
  const counted = or(isNotNull(charterVersions.inForceAt), eq(charterVersions.state, 'notice'));
  const versions = await charterStandings(and(eq(charterVersions.workspaceId, workspaceId), counted), conn);
  return new Set(versions.flatMap(({ version }) => version.charter.parties.map(({ id }) => id)));
}
