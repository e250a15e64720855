import { and, eq, exists, inArray, or } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterVersions, claims, revisions } from '@/db/schema';
import { signingParties } from '@/domain/charter/consent';
import { charterStandings } from './charter-of-claim';

/**
 * The parties whose word something waits for or may wait for, by the bytes of the charter that binds it: the version in force, under which claims are opened
 * until the next one is, and those of claims and of revisions that are open or published (SPEC H21).
 */
export async function partiesStillAsked({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<Set<string>> {
  const bindsClaim = exists(conn.select({ id: claims.id }).from(claims).where(eq(claims.charterVersionId, charterVersions.id)));
  const bindsRevision = exists(
    conn
      .select({ id: revisions.id })
      .from(revisions)
      .where(
        and(
          eq(revisions.charterVersionId, charterVersions.id),
          inArray(revisions.state, ['signing', 'cooling-off', 'published']),
        ),
      ),
  );
  const binding = or(eq(charterVersions.state, 'in-force'), bindsClaim, bindsRevision);
  const versions = await charterStandings(and(eq(charterVersions.workspaceId, workspaceId), binding), conn);
  return new Set(versions.flatMap(({ version }) => signingParties(version.charter).map(({ id }) => id)));
}
