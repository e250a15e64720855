import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { publishers } from '@/db/schema';
import { foldedName } from '@/domain/source/publisher-name';

/** The id of a workspace's publisher of that name, as names are compared (SPEC S10). Each name is folded here: a stored fold may be of an older rule. */
export async function publisherByName(
  { workspaceId, name }: { workspaceId: string; name: string },
  conn: Db | Tx,
): Promise<string | undefined> {
  const known = await conn
    .select({ id: publishers.id, name: publishers.name })
    .from(publishers)
    .where(eq(publishers.workspaceId, workspaceId));
  const fold = foldedName(name);
  return known.find((publisher) => foldedName(publisher.name) === fold)?.id;
}
