import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { partiesOfDesk } from '@/db/queries/parties-of-desk';
import { workspaces } from '@/db/schema';
import type { PartyStanding } from '@/domain/policies/actor';

export type DeskParty = { id: string; name: string; letter: string; position: number; standing: PartyStanding };
export type DeskWorkspace = {
  id: string;
  name: string;
  timeZone: string;
  mainLanguage: string;
  demonstration: boolean;
  /** In the desk's order: those of the charter, and those outside it, whose past is told here too. */
  parties: DeskParty[];
};

/** The desk that a member works at, with its parties. */
export async function deskWorkspace({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<DeskWorkspace> {
  const [[workspace], rows] = await Promise.all([
    conn.select().from(workspaces).where(eq(workspaces.id, workspaceId)),
    partiesOfDesk({ workspaceId }, conn),
  ]);
  if (workspace === undefined) throw new Error('A member belongs to a workspace that is not there.');
  const { id, name, timeZone, mainLanguage, demonstration } = workspace;
  const parties = rows.map((party) => ({
    id: party.id,
    name: party.name,
    letter: party.letter,
    position: party.position,
    standing: party.standing,
  }));
  return { id, name, timeZone, mainLanguage, demonstration, parties };
}
