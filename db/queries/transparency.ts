import { asc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { transparencyConfirmations, transparencyStatements } from '@/db/schema';
import { type Charter, lists } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';
import type { StandingFacts } from '@/domain/charter/facts';
import type { ClauseFinding } from '@/domain/charter/finding';
import { transparencyPages } from '@/domain/charter/transparency';
import type { Section } from '@/domain/transparency/sections';
import { standingStatements } from '@/domain/transparency/standing';

/** One version of what a desk, or a party of it, says about itself, with each confirmation of it, the oldest first. */
export type StoredStatement = {
  id: string;
  section: Section;
  partyId: string | null;
  number: number;
  text: string;
  writtenBy: string;
  writtenByParty: string;
  at: Date;
  confirmations: { partyId: string; personId: string; at: Date }[];
};

/** Every version of every section of a desk. */
export async function transparencyStatementsOf(
  { workspaceId }: { workspaceId: string },
  conn: Db | Tx,
): Promise<StoredStatement[]> {
  const [versions, confirmations] = await Promise.all([
    conn
      .select()
      .from(transparencyStatements)
      .where(eq(transparencyStatements.workspaceId, workspaceId))
      .orderBy(asc(transparencyStatements.number)),
    conn
      .select()
      .from(transparencyConfirmations)
      .where(eq(transparencyConfirmations.workspaceId, workspaceId))
      .orderBy(asc(transparencyConfirmations.at)),
  ]);
  return versions.map(({ workspaceId: _, ...version }) => ({
    ...version,
    confirmations: confirmations
      .filter(({ statementId }) => statementId === version.id)
      .map(({ partyId, personId, at }) => ({ partyId, personId, at })),
  }));
}

/** What of it stands when these are the signing parties: what C40 looks at. */
export async function standingFactsOf(
  { workspaceId, signing }: { workspaceId: string; signing: readonly { id: string }[] },
  conn: Db | Tx,
): Promise<StandingFacts[]> {
  const versions = await transparencyStatementsOf({ workspaceId }, conn);
  const standing = standingStatements(
    versions,
    signing.map(({ id }) => id),
  );
  return standing.map(({ version: { section, partyId }, confirmedAt }) => ({ section, partyId, confirmedAt }));
}

/** What C40 would say of a publication under a charter now, told ahead (SPEC TR6); undefined under one that does not list it. */
export async function transparencyFinding(
  { workspaceId, charter, now }: { workspaceId: string; charter: Charter; now: Date },
  conn: Db | Tx,
): Promise<ClauseFinding | undefined> {
  if (!lists(charter, 'C40')) return undefined;
  const parties = signingParties(charter);
  const statements = await standingFactsOf({ workspaceId, signing: parties }, conn);
  return transparencyPages({ statements, parties, now }, charter.parameters);
}
