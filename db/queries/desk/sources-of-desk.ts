import { aliasedTable, and, asc, eq, ne } from 'drizzle-orm';
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

/** Every standing source of the workspace with the claim it belongs to, by claim and number. */
export async function sourcesOfWorkspace(
  { workspaceId }: { workspaceId: string },
  conn: Db,
): Promise<(DeskSource & { claimNumber: number })[]> {
  const rows = await joined(conn)
    .where(and(eq(sources.workspaceId, workspaceId), ne(sources.state, 'withdrawn')))
    .orderBy(asc(claims.number), asc(sources.number));
  const named = await withOwners(rows, workspaceId, conn);
  return named.map((source, index) => ({ ...source, claimNumber: rows[index]?.claimNumber ?? 0 }));
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
