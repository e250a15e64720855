import { asc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { parties, workspaces } from '@/db/schema';

export type DeskParty = { id: string; name: string; letter: string; position: number; standing: 'signing' | 'observing' };
export type DeskWorkspace = {
  id: string;
  name: string;
  timeZone: string;
  mainLanguage: string;
  demonstration: boolean;
  /** In the charter's order. */
  parties: DeskParty[];
};

/** The desk that a member works at, with its parties. */
export async function deskWorkspace({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<DeskWorkspace> {
  const [workspace] = await conn.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  if (workspace === undefined) throw new Error('A member belongs to a workspace that is not there.');
  const members = await conn
    .select({
      id: parties.id,
      name: parties.name,
      letter: parties.letter,
      position: parties.position,
      standing: parties.standing,
    })
    .from(parties)
    .where(eq(parties.workspaceId, workspaceId))
    .orderBy(asc(parties.position));
  const { id, name, timeZone, mainLanguage, demonstration } = workspace;
  return { id, name, timeZone, mainLanguage, demonstration, parties: members };
}
