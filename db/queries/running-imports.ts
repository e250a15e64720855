import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { imports } from '@/db/schema';

export type RunningImport = { id: string; workspaceId: string; partyId: string; personId: string };

/** The imports that are to be worked off, the first that came first. */
export function runningImports(conn: Db): Promise<RunningImport[]> {
  return conn
    .select({ id: imports.id, workspaceId: imports.workspaceId, partyId: imports.partyId, personId: imports.personId })
    .from(imports)
    .where(eq(imports.state, 'running'))
    .orderBy(asc(imports.position));
}
