import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterVersions, parties } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import type { Standing } from '@/domain/policies/actor';
import { charterInForce } from './charter-of-claim';

export type PartyRow = typeof parties.$inferSelect;

/** A desk's parties in its order, each with the standing that a charter's bytes give it (SPEC H7): those of `charter`, or of the one that counts now. */
export async function partiesOfDesk(
  { workspaceId, charter }: { workspaceId: string; charter?: Charter | undefined },
  conn: Db | Tx,
): Promise<PartyRow[]> {
  const rows = await conn.select().from(parties).where(eq(parties.workspaceId, workspaceId)).orderBy(asc(parties.position));
  const text = charter ?? (await charterThatCounts(workspaceId, conn));
  return rows.map((party) => ({ ...party, standing: standingUnder(text, party) }));
}

/** The standing that decides what a member's seat may do. */
export async function standingOfParty(
  { workspaceId, partyId }: { workspaceId: string; partyId: string },
  conn: Db | Tx,
): Promise<Standing> {
  const party = (await partiesOfDesk({ workspaceId }, conn)).find(({ id }) => id === partyId);
  return party?.standing ?? 'observing';
}

/** A party that the text does not name signs nothing. Before there is any text, setting up said whose moderators draft one (SPEC H8). */
function standingUnder(charter: Charter | undefined, party: PartyRow): Standing {
  if (charter === undefined) return party.standing;
  return charter.parties.find(({ id }) => id === party.id)?.standing ?? 'observing';
}

/** The charter in force, else the newest that waits for ratification: somebody has to ratify the first. */
async function charterThatCounts(workspaceId: string, conn: Db | Tx): Promise<Charter | undefined> {
  const inForce = await charterInForce({ workspaceId }, conn);
  if (inForce !== undefined) return inForce.charter;
  const [version] = await conn
    .select({ bytes: charterVersions.bytes })
    .from(charterVersions)
    .where(and(eq(charterVersions.workspaceId, workspaceId), eq(charterVersions.state, 'proposed')))
    .orderBy(desc(charterVersions.number))
    .limit(1);
  return version === undefined ? undefined : Charter.parse(JSON.parse(new TextDecoder().decode(version.bytes)));
}
