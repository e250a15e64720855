import { and, asc, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { appearances, claims, primaryJustifications, publishers, questionAcceptances, searches, sources } from '@/db/schema';
import { type CharterInForce, charterOfClaim } from './charter-of-claim';
import { type PartyRow, partiesOfDesk } from './parties-of-desk';

/** Everything of a claim's record that is rows and not document: what a checklist looks at and a revision is frozen from. */
export type RecordParts = {
  /** The version that binds the claim; undefined when none does. */
  charter: CharterInForce | undefined;
  /** With the standing that the charter's bytes give them, never the one of a row (SPEC H7). */
  parties: PartyRow[];
  sources: { source: typeof sources.$inferSelect; publisher: typeof publishers.$inferSelect }[];
  publishers: (typeof publishers.$inferSelect)[];
  appearances: (typeof appearances.$inferSelect)[];
  acceptances: (typeof questionAcceptances.$inferSelect)[];
  searches: (typeof searches.$inferSelect)[];
  primaryJustification: string | undefined;
  /** The languages that the record is written in, the main one among them. */
  languages: string[];
};

export async function recordParts(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db | Tx,
): Promise<RecordParts> {
  // One after another: inside a transaction there is one connection anyway.
  const charter = await charterOfClaim({ claimId, workspaceId }, conn);
  const partyRows = await partiesOfDesk({ workspaceId, charter: charter?.charter }, conn);
  const sourceRows = await conn
    .select({ source: sources, publisher: publishers })
    .from(sources)
    .innerJoin(publishers, eq(publishers.id, sources.publisherId))
    .where(and(eq(sources.claimId, claimId), eq(sources.workspaceId, workspaceId), ne(sources.state, 'withdrawn')))
    .orderBy(asc(sources.number));
  const publisherRows = await conn.select().from(publishers).where(eq(publishers.workspaceId, workspaceId));
  const appearanceRows = await conn
    .select()
    .from(appearances)
    .where(eq(appearances.claimId, claimId))
    .orderBy(asc(appearances.position));
  const acceptanceRows = await conn
    .select()
    .from(questionAcceptances)
    .where(eq(questionAcceptances.claimId, claimId))
    .orderBy(asc(questionAcceptances.id));
  const searchRows = await conn.select().from(searches).where(eq(searches.claimId, claimId)).orderBy(asc(searches.id));
  const [justification] = await conn.select().from(primaryJustifications).where(eq(primaryJustifications.claimId, claimId));
  const [claim] = await conn.select({ languages: claims.languages }).from(claims).where(eq(claims.id, claimId));
  return {
    charter,
    parties: partyRows,
    sources: sourceRows,
    publishers: publisherRows,
    appearances: appearanceRows,
    acceptances: acceptanceRows,
    searches: searchRows,
    primaryJustification: justification?.text,
    languages: claim?.languages ?? [],
  };
}
