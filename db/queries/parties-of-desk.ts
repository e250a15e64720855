import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterVersions, parties } from '@/db/schema';
import type { Charter } from '@/domain/charter/charter-text';
import type { Standing } from '@/domain/policies/actor';
import { charterStandings } from './charter-of-claim';

export type PartyRow = typeof parties.$inferSelect;

/** A desk's parties in its order, each with the standing that a charter's bytes give it (SPEC H7): those of `charter`, or of the one that counts now. */
export async function partiesOfDesk(
  { workspaceId, charter }: { workspaceId: string; charter?: Charter | undefined },
  conn: Db | Tx,
): Promise<PartyRow[]> {
  const [rows, text] = await Promise.all([
    partyRows({ workspaceId }, conn),
    charter === undefined ? charterThatCounts(workspaceId, conn) : charter,
  ]);
  return withStandings(rows, text);
}

/** The parties as they are stored: what each may do is for a charter to say. */
export function partyRows({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<PartyRow[]> {
  return conn.select().from(parties).where(eq(parties.workspaceId, workspaceId)).orderBy(asc(parties.position));
}

/** A party that the text does not name signs nothing. Before there is any text, setting up said whose moderators draft one (SPEC H8). */
export function withStandings(rows: readonly PartyRow[], charter: Charter | undefined): PartyRow[] {
  if (charter === undefined) return [...rows];
  return rows.map((party) => ({
    ...party,
    standing: charter.parties.find(({ id }) => id === party.id)?.standing ?? 'observing',
  }));
}

/** The standing that decides what a member's seat may do. */
export async function standingOfParty(
  { workspaceId, partyId }: { workspaceId: string; partyId: string },
  conn: Db | Tx,
): Promise<Standing> {
  const party = (await partiesOfDesk({ workspaceId }, conn)).find(({ id }) => id === partyId);
  return party?.standing ?? 'observing';
}

/** The charter in force, else the newest that waits for ratification: somebody has to ratify the first. */
async function charterThatCounts(workspaceId: string, conn: Db | Tx): Promise<Charter | undefined> {
  const counting = and(eq(charterVersions.workspaceId, workspaceId), inArray(charterVersions.state, ['in-force', 'proposed']));
  const versions = await charterStandings(counting, conn);
  const ratified = versions.find(({ state, unratified }) => state === 'in-force' && unratified.length === 0);
  return (ratified ?? versions.find(({ state }) => state === 'proposed'))?.version.charter;
}
