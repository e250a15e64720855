import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterVersions, parties } from '@/db/schema';
import type { Charter } from '@/domain/charter/charter-text';
import type { PartyStanding, Standing } from '@/domain/policies/actor';
import { charterStandings, partiesThatLeft } from './charter-of-claim';

type StoredParty = typeof parties.$inferSelect;
/** A party with the standing that a charter gives it. */
export type PartyRow = StoredParty & { standing: Standing };
/** The same of every party that there ever was at a desk. */
export type PartyOfDesk = Omit<StoredParty, 'standing'> & { standing: PartyStanding };

/** All parties of a desk in its order, each with the standing that the bytes of the charter that counts now give it (SPEC H7). */
export async function partiesOfDesk({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<PartyOfDesk[]> {
  const [rows, text, left] = await Promise.all([
    partyRows({ workspaceId }, conn),
    charterThatCounts(workspaceId, conn),
    partiesThatLeft({ workspaceId }, conn),
  ]);
  return rows.map((party) => ({ ...party, standing: left.includes(party.id) ? 'outside' : standingIn(party, text) }));
}

/** The parties as they are stored: what each may do is for a charter to say. */
export function partyRows({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<StoredParty[]> {
  return conn.select().from(parties).where(eq(parties.workspaceId, workspaceId)).orderBy(asc(parties.position));
}

/** The parties that a charter names, in the desk's order. */
export function partiesIn(rows: readonly (StoredParty | PartyOfDesk)[], charter: Charter): PartyRow[] {
  return rows.flatMap((party) => {
    const standing = charter.parties.find(({ id }) => id === party.id)?.standing;
    return standing === undefined ? [] : [{ ...party, standing }];
  });
}

/** Those that are at the desk now, signing or observing. */
export function withStanding<Party extends { standing: PartyStanding }>(
  rows: readonly Party[],
): (Party & { standing: Standing })[] {
  return rows.flatMap(({ standing, ...party }) => (standing === 'outside' ? [] : [{ ...party, standing }])) as (Party & {
    standing: Standing;
  })[];
}

/** The standing that decides what a member's seat may do. */
export async function standingOfParty(
  { workspaceId, partyId }: { workspaceId: string; partyId: string },
  conn: Db | Tx,
): Promise<PartyStanding> {
  const party = (await partiesOfDesk({ workspaceId }, conn)).find(({ id }) => id === partyId);
  return party?.standing ?? 'outside';
}

/** Before there is any text, setting up said whose moderators draft one (SPEC H8). A party that the text does not name is outside. */
function standingIn({ id, standing }: StoredParty, charter: Charter | undefined): PartyStanding {
  if (charter === undefined) return standing;
  return charter.parties.find((party) => party.id === id)?.standing ?? 'outside';
}

/** The charter in force, else the newest that waits for ratification: somebody has to ratify the first. */
async function charterThatCounts(workspaceId: string, conn: Db | Tx): Promise<Charter | undefined> {
  const counting = and(eq(charterVersions.workspaceId, workspaceId), inArray(charterVersions.state, ['in-force', 'proposed']));
  const versions = await charterStandings(counting, conn);
  const ratified = versions.find(({ state, unratified }) => state === 'in-force' && unratified.length === 0);
  return (ratified ?? versions.find(({ state }) => state === 'proposed'))?.version.charter;
}
