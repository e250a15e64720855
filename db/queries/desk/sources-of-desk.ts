import { aliasedTable, and, asc, count, desc, eq, gt, lt, lte, ne, or } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, objects, publishers, sources } from '@/db/schema';
import { independenceGroup } from '@/domain/source/independence-group';
import { ownFile } from '../file-of-source';

export type DeskSource = {
  id: string;
  claimId: string;
  number: number;
  kind: 'url' | 'file' | 'reference';
  url: string | null;
  /** Of a source that is one. */
  file: { sha256: string; sizeBytes: number; mediaType: string } | null;
  title: string;
  publisher: {
    name: string;
    owner: string;
    country: string | null;
    alignment: 'party' | 'none' | 'unknown';
    alignedPartyId: string | null;
  };
  language: string;
  publishedOn: string | null;
  stance: 'supports' | 'undermines' | 'context';
  primacy: 'primary' | 'secondary';
  interest: 'none' | 'declared' | 'unknown';
  interestNote: string | null;
  says: string;
  quotation: string | null;
  locator: string | null;
  attachedByParty: string;
  grading: number;
  state: 'proposed' | 'accepted' | 'disputed' | 'withdrawn';
  decidedByParty: string | null;
  disputeReason: string | null;
};

/** The sources of one claim in the order of their numbers, withdrawn ones too: a number stays an address. */
export async function sourcesOfClaim(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db,
): Promise<DeskSource[]> {
  const rows = await joined(conn)
    .where(and(eq(sources.claimId, claimId), eq(sources.workspaceId, workspaceId)))
    .orderBy(asc(sources.number));
  return withOwners(rows, workspaceId, conn);
}

/** The place of a source among all of a desk: the numbers of its claim and of itself. */
export type SourcePlace = { claim: number; source: number };

const pageSize = 60;

/** The standing sources of a workspace with the claims they belong to, newest claim first, a page at a time: `next` continues after the last one. */
export async function sourcesOfWorkspace(
  { workspaceId, after, limit = pageSize }: { workspaceId: string; after: SourcePlace | undefined; limit?: number },
  conn: Db,
): Promise<{ items: (DeskSource & { claimNumber: number })[]; total: number; next: SourcePlace | undefined }> {
  const standing = and(eq(sources.workspaceId, workspaceId), ne(sources.state, 'withdrawn'));
  const beyond =
    after && and(lte(claims.number, after.claim), or(lt(claims.number, after.claim), gt(sources.number, after.source)));
  const [rows, [counted]] = await Promise.all([
    joined(conn)
      .where(and(eq(claims.workspaceId, workspaceId), standing, beyond))
      .orderBy(desc(claims.number), asc(sources.number))
      .limit(limit + 1),
    conn.select({ n: count() }).from(sources).where(standing),
  ]);
  const page = rows.slice(0, limit);
  const named = await withOwners(page, workspaceId, conn);
  const items = named.map((source, index) => ({ ...source, claimNumber: page[index]?.claimNumber ?? 0 }));
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? { claim: last.claimNumber, source: last.number } : undefined;
  return { items, total: counted?.n ?? 0, next };
}

export type DeskPublisher = {
  id: string;
  name: string;
  owner: string | null;
  country: string | null;
  alignment: 'party' | 'none' | 'unknown';
  alignedPartyId: string | null;
};

/** The publishers that the desk knows, by name, for the form that attaches a source. */
export async function publishersOfDesk({ workspaceId }: { workspaceId: string }, conn: Db): Promise<DeskPublisher[]> {
  const owners = aliasedTable(publishers, 'owners');
  return conn
    .select({
      id: publishers.id,
      name: publishers.name,
      owner: owners.name,
      country: publishers.country,
      alignment: publishers.alignment,
      alignedPartyId: publishers.alignedPartyId,
    })
    .from(publishers)
    .leftJoin(owners, eq(owners.id, publishers.ownerId))
    .where(eq(publishers.workspaceId, workspaceId))
    .orderBy(asc(publishers.name));
}

function joined(conn: Db) {
  return conn
    .select({
      source: sources,
      publisher: publishers,
      file: { sha256: objects.sha256, sizeBytes: objects.sizeBytes, mediaType: objects.mediaType },
      claimNumber: claims.number,
    })
    .from(sources)
    .innerJoin(publishers, eq(publishers.id, sources.publisherId))
    .innerJoin(claims, eq(claims.id, sources.claimId))
    .leftJoin(objects, ownFile)
    .$dynamic();
}

type Joined = Awaited<ReturnType<typeof joined>>;

/** A source's group is the root owner of its publisher (C08), so the name of that root is what a reader compares. */
async function withOwners(rows: Joined, workspaceId: string, conn: Db): Promise<DeskSource[]> {
  const known = await conn
    .select({ id: publishers.id, ownerId: publishers.ownerId, name: publishers.name })
    .from(publishers)
    .where(eq(publishers.workspaceId, workspaceId));
  const nameOf = new Map(known.map(({ id, name }) => [id, name]));
  return rows.map(({ source, publisher, file }) => ({
    id: source.id,
    claimId: source.claimId,
    number: source.number,
    kind: source.kind,
    url: source.url,
    file,
    title: source.title,
    publisher: {
      name: publisher.name,
      owner: nameOf.get(independenceGroup(publisher.id, known)) ?? publisher.name,
      country: publisher.country,
      alignment: publisher.alignment,
      alignedPartyId: publisher.alignedPartyId,
    },
    language: source.language,
    publishedOn: source.publishedOn,
    stance: source.stance,
    primacy: source.primacy,
    interest: source.interest,
    interestNote: source.interestNote,
    says: source.says,
    quotation: source.quotation,
    locator: source.locator,
    attachedByParty: source.attachedByParty,
    grading: source.grading,
    state: source.state,
    decidedByParty: source.decidedByParty,
    disputeReason: source.disputeReason,
  }));
}
