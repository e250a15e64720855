import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import {
  appearances,
  charterVersions,
  claims,
  objects,
  primaryJustifications,
  publishers,
  questionAcceptances,
  searches,
  sources,
} from '@/db/schema';
import { type CharterInForce, inForce } from './charter-of-claim';
import { ownFile } from './file-of-source';
import { type PartyRow, partiesOfDesk } from './parties-of-desk';

/** Everything of a claim's record that is rows and not document: what a checklist looks at and a revision is frozen from. */
export type RecordParts = {
  /** The version that binds the claim; undefined when none does. */
  charter: CharterInForce | undefined;
  /** With the standing that the charter's bytes give them, never the one of a row (SPEC H7). */
  parties: PartyRow[];
  sources: {
    source: typeof sources.$inferSelect;
    publisher: typeof publishers.$inferSelect;
    /** Of a source that is one. */
    file: typeof objects.$inferSelect | null;
  }[];
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
  const parts = (await recordPartsOf({ claimIds: [claimId], workspaceId }, conn)).get(claimId);
  return parts ?? { ...nothing, parties: await partiesOfDesk({ workspaceId }, conn) };
}

/** A claim that is not there has no parts but the desk's own. */
const nothing: Omit<RecordParts, 'parties'> = {
  ...{ charter: undefined, sources: [], publishers: [], appearances: [], acceptances: [], searches: [] },
  ...{ primaryJustification: undefined, languages: [] },
};

/** The same of several claims, by their ids: a page of the list asks once for all of them. Claims of another workspace are absent (SPEC A3). */
export async function recordPartsOf(
  { claimIds, workspaceId }: { claimIds: readonly string[]; workspaceId: string },
  conn: Db | Tx,
): Promise<Map<string, RecordParts>> {
  if (claimIds.length === 0) return new Map();
  const ids = [...claimIds];
  // One after another: inside a transaction there is one connection anyway.
  const found = await conn
    .select({ id: claims.id, languages: claims.languages, version: charterVersions })
    .from(claims)
    .leftJoin(charterVersions, eq(charterVersions.id, claims.charterVersionId))
    .where(and(inArray(claims.id, ids), eq(claims.workspaceId, workspaceId)));
  const under = await underEachCharter(
    found.map(({ version }) => version),
    workspaceId,
    conn,
  );
  const sourceRows = await conn
    .select({ source: sources, publisher: publishers, file: objects })
    .from(sources)
    .innerJoin(publishers, eq(publishers.id, sources.publisherId))
    .leftJoin(objects, ownFile)
    .where(and(inArray(sources.claimId, ids), eq(sources.workspaceId, workspaceId), ne(sources.state, 'withdrawn')))
    .orderBy(asc(sources.number));
  const publisherRows = await conn.select().from(publishers).where(eq(publishers.workspaceId, workspaceId));
  const appearanceRows = await conn
    .select()
    .from(appearances)
    .where(inArray(appearances.claimId, ids))
    .orderBy(asc(appearances.position));
  const acceptanceRows = await conn
    .select()
    .from(questionAcceptances)
    .where(inArray(questionAcceptances.claimId, ids))
    .orderBy(asc(questionAcceptances.id));
  const searchRows = await conn.select().from(searches).where(inArray(searches.claimId, ids)).orderBy(asc(searches.id));
  const justifications = await conn.select().from(primaryJustifications).where(inArray(primaryJustifications.claimId, ids));
  const entries = found.map(({ id, languages, version }): [string, RecordParts] => {
    const isOwn = ({ claimId }: { claimId: string }) => claimId === id;
    const own = {
      sources: sourceRows.filter(({ source }) => isOwn(source)),
      publishers: publisherRows,
      appearances: appearanceRows.filter(isOwn),
      acceptances: acceptanceRows.filter(isOwn),
      searches: searchRows.filter(isOwn),
      primaryJustification: justifications.find(isOwn)?.text,
      languages,
    };
    return [id, { ...own, ...(under.get(version?.id) ?? { charter: undefined, parties: [] }) }];
  });
  return new Map(entries);
}

type Under = Pick<RecordParts, 'charter' | 'parties'>;

/** Each version once, however many claims it binds: reading its bytes is the dear part. */
async function underEachCharter(
  versions: readonly (typeof charterVersions.$inferSelect | null)[],
  workspaceId: string,
  conn: Db | Tx,
): Promise<Map<string | undefined, Under>> {
  const under = new Map<string | undefined, Under>();
  for (const version of versions) {
    if (under.has(version?.id)) continue;
    const charter = version === null ? undefined : await inForce(version, conn);
    under.set(version?.id, { charter, parties: await partiesOfDesk({ workspaceId, charter: charter?.charter }, conn) });
  }
  return under;
}
