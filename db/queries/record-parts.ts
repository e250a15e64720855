import { and, asc, eq, ne } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Db, Tx } from '@/db/handle';
import { isOneOf } from '@/db/one-of';
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
import { type CharterInForce, charterStandings, inForce } from './charter-of-claim';
import { ownFile } from './file-of-source';
import { type PartyRow, partiesIn, partiesOfDesk, partyRows, withStanding } from './parties-of-desk';
import { type ReplyRows, replyRows } from './reply-of-claim';

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
  reply: ReplyRows;
  /** The languages that the record is written in, the main one among them. */
  languages: string[];
};

export async function recordParts(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db | Tx,
): Promise<RecordParts> {
  const parts = (await recordPartsOf({ claimIds: [claimId], workspaceId }, conn)).get(claimId);
  return parts ?? { ...nothing, parties: withStanding(await partiesOfDesk({ workspaceId }, conn)) };
}

/** A claim that is not there has no parts but the desk's own. */
const nothing: Omit<RecordParts, 'parties'> = {
  ...{ charter: undefined, sources: [], publishers: [], appearances: [], acceptances: [], searches: [] },
  ...{ primaryJustification: undefined, languages: [], reply: { contacts: [], replies: [], waivers: [] } },
};

/** The same of several claims, by their ids: a page of the list asks once for all of them. Claims of another workspace are absent (SPEC A3). */
export async function recordPartsOf(
  { claimIds, workspaceId }: { claimIds: readonly string[]; workspaceId: string },
  conn: Db | Tx,
): Promise<Map<string, RecordParts>> {
  if (claimIds.length === 0) return new Map();
  const own = (column: AnyPgColumn) => isOneOf(column, claimIds);
  const [found, parties, sourceRows, publisherRows, appearanceRows, acceptanceRows, searchRows, justifications, replied] =
    await Promise.all([
      conn
        .select({ id: claims.id, languages: claims.languages, charterVersionId: claims.charterVersionId })
        .from(claims)
        .where(and(own(claims.id), eq(claims.workspaceId, workspaceId))),
      partyRows({ workspaceId }, conn),
      conn
        .select({ source: sources, publisher: publishers, file: objects })
        .from(sources)
        .innerJoin(publishers, eq(publishers.id, sources.publisherId))
        .leftJoin(objects, ownFile)
        .where(and(own(sources.claimId), eq(sources.workspaceId, workspaceId), ne(sources.state, 'withdrawn')))
        .orderBy(asc(sources.number)),
      conn.select().from(publishers).where(eq(publishers.workspaceId, workspaceId)),
      conn.select().from(appearances).where(own(appearances.claimId)).orderBy(asc(appearances.position)),
      conn.select().from(questionAcceptances).where(own(questionAcceptances.claimId)).orderBy(asc(questionAcceptances.id)),
      conn.select().from(searches).where(own(searches.claimId)).orderBy(asc(searches.id)),
      conn.select().from(primaryJustifications).where(own(primaryJustifications.claimId)),
      replyRows(claimIds, conn),
    ]);
  const under = await underEachCharter(found, parties, { workspaceId }, conn);
  const entries = found.map(({ id, languages, charterVersionId }): [string, RecordParts] => {
    const isOwn = ({ claimId }: { claimId: string }) => claimId === id;
    const ofClaim = {
      sources: sourceRows.filter(({ source }) => isOwn(source)),
      publishers: publisherRows,
      appearances: appearanceRows.filter(isOwn),
      acceptances: acceptanceRows.filter(isOwn),
      searches: searchRows.filter(isOwn),
      primaryJustification: justifications.find(isOwn)?.text,
      reply: {
        contacts: replied.contacts.filter(isOwn),
        replies: replied.replies.filter(isOwn),
        waivers: replied.waivers.filter(isOwn),
      },
      languages,
    };
    return [id, { ...ofClaim, ...(under.get(charterVersionId) ?? { charter: undefined, parties: [] }) }];
  });
  return new Map(entries);
}

type Under = Pick<RecordParts, 'charter' | 'parties'>;

/** Each version once, however many claims it binds; a claim that none binds has the standings that count at the desk now. */
async function underEachCharter(
  found: readonly { charterVersionId: string | null }[],
  rows: Awaited<ReturnType<typeof partyRows>>,
  { workspaceId }: { workspaceId: string },
  conn: Db | Tx,
): Promise<Map<string | null, Under>> {
  const bound = [...new Set(found.flatMap(({ charterVersionId }) => charterVersionId ?? []))];
  const standings = bound.length === 0 ? [] : await charterStandings(isOneOf(charterVersions.id, bound), conn);
  const under = new Map<string | null, Under>();
  for (const { charterVersionId } of found) {
    if (under.has(charterVersionId)) continue;
    const standing = standings.find(({ version }) => version.id === charterVersionId);
    const charter = standing && inForce(standing);
    const parties =
      charter === undefined ? withStanding(await partiesOfDesk({ workspaceId }, conn)) : partiesIn(rows, charter.charter);
    under.set(charterVersionId, { charter, parties });
  }
  return under;
}
