import { asc } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { workspaces } from '@/db/schema';

/** What every public page says of the desk behind it. */
export type PublicWorkspace = {
  id: string;
  name: string;
  timeZone: string;
  mainLanguage: string;
  contact: string;
  demonstration: boolean;
};

/** The workspace at the public root: the first one that was created. Null on a deployment that nobody has set up yet. */
export async function rootWorkspace(_: Record<never, never>, conn: Db): Promise<PublicWorkspace | null> {
  const [row] = await conn.select().from(workspaces).orderBy(asc(workspaces.position)).limit(1);
  if (row === undefined) return null;
  const { id, name, timeZone, mainLanguage, contact, demonstration } = row;
  return { id, name, timeZone, mainLanguage, contact, demonstration };
}
