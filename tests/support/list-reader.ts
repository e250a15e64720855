import type { Db } from '@/db/handle';
import type { ListReader } from '@/db/queries/desk/claim-list';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { listReader } from '@/db/queries/desk/list-reader';
import { openWords } from '@/db/queries/desk/open-words';
import { type Task, tasksOfMember } from '@/db/queries/desk/tasks-of-member';
import { keepProjection } from '@/server/collab/keep-projection';
import { projectionAt } from '@/server/collab/projection-at';
import { actorFor, noon, type Person } from './build';

/** A person as the list of claims knows its reader, at noon. */
export async function readerFor(db: Db, person: Person): Promise<ListReader> {
  const member = actorFor(person);
  return listReader({ member, workspace: await deskWorkspace(member, db), now: noon }, db);
}

/** What waits for a person at noon, as their list of tasks shows it. */
export async function tasksFor(db: Db, person: Person): Promise<Task[]> {
  const words = await openWords({ member: actorFor(person), now: noon }, db);
  return tasksOfMember({ reader: await readerFor(db, person), words, limit: 60 }, db);
}

/** What a room does while people type: the projection of a record as it stands at this number, for lists. */
export async function keepHeads(db: Db, { workspaceId }: Person, claimId: string, seq: number): Promise<void> {
  const document = `claims/${claimId}/record`;
  const projection = await projectionAt(db, document, seq);
  if (projection === undefined) throw new Error(`There is no record of the claim ${claimId} at ${seq}.`);
  await keepProjection(db, { document, workspaceId, seq, draft: projection.draft, at: noon });
}
