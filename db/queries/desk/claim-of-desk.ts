import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import {
  appearances,
  charterVersions,
  claims,
  documentProjections,
  primaryJustifications,
  questionAcceptances,
  revisions,
  searches,
} from '@/db/schema';
import type { RevisionState } from '@/domain/claim/transitions';
import type { RecordDraft } from '@/domain/record/draft';
import { inOrder } from '@/domain/record/languages';

export type DeskClaim = {
  id: string;
  number: number;
  state: 'submitted' | 'open' | 'closed';
  closedAs: 'not-checkable' | 'duplicate' | 'withdrawn' | null;
  closedReason: string | null;
  /** What kind of statement it is (C02). */
  statement: 'fact' | 'opinion' | 'prediction' | 'value' | null;
  /** The claim that this one repeats, while it is closed as a duplicate, and those that repeat this one (SPEC IN12). */
  duplicateOf: { id: string; number: number; wording: string } | null;
  duplicates: { id: string; number: number }[];
  wording: string;
  neutralTitle: string | null;
  submittedByParty: string;
  submittedAt: Date;
  /** The main language, and all that the record is written in, the main one first. */
  language: string;
  languages: string[];
  slug: string | null;
  charterNumber: number | null;
  appearances: { id: string; title: string; url: string | null; seenOn: string; locator: string | null }[];
  revisions: {
    id: string;
    number: number;
    state: RevisionState;
    proposedByParty: string;
    frozenAt: Date;
    endedReason: string | null;
    endedByParty: string | null;
    round: number;
    signingEndsAt: Date | null;
    mediationEndsAt: Date | null;
    releasesAt: Date | null;
  }[];
  acceptances: { partyId: string; questionSha256: string; at: Date }[];
  searches: { partyId: string; stance: 'supports' | 'undermines'; note: string; at: Date }[];
  justification: { text: string; partyId: string } | undefined;
  /** The newest projection; absent until the claim is opened and its document was read once. */
  draft: RecordDraft | undefined;
};

/** A claim with everything beside its sources and events. An unknown id and one of another workspace are both absent (SPEC A3). */
export async function claimOfDesk(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db,
): Promise<DeskClaim | undefined> {
  const [row] = await conn
    .select({ claim: claims, charterNumber: charterVersions.number })
    .from(claims)
    .leftJoin(charterVersions, eq(charterVersions.id, claims.charterVersionId))
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, workspaceId)));
  if (row === undefined) return undefined;
  const { claim } = row;
  const [projection] = await conn
    .select({ draft: documentProjections.draft })
    .from(documentProjections)
    .where(eq(documentProjections.document, `claims/${claimId}/record`));
  const [justification] = await conn.select().from(primaryJustifications).where(eq(primaryJustifications.claimId, claimId));
  return {
    id: claim.id,
    number: claim.number,
    state: claim.state,
    closedAs: claim.closedAs,
    closedReason: claim.closedReason,
    statement: claim.statement,
    duplicateOf: await repeatedBy(claim, conn),
    duplicates: await conn
      .select({ id: claims.id, number: claims.number })
      .from(claims)
      .where(eq(claims.duplicateOf, claimId))
      .orderBy(asc(claims.number)),
    wording: claim.wording,
    neutralTitle: claim.neutralTitle,
    submittedByParty: claim.submittedByParty,
    submittedAt: claim.submittedAt,
    language: claim.mainLanguage,
    languages: inOrder({ main: claim.mainLanguage, all: claim.languages }),
    slug: claim.slug,
    charterNumber: row.charterNumber,
    appearances: await conn.select().from(appearances).where(eq(appearances.claimId, claimId)).orderBy(asc(appearances.position)),
    revisions: await conn
      .select(revisionColumns)
      .from(revisions)
      .where(eq(revisions.claimId, claimId))
      .orderBy(asc(revisions.number)),
    acceptances: await conn.select().from(questionAcceptances).where(eq(questionAcceptances.claimId, claimId)),
    searches: await conn.select().from(searches).where(eq(searches.claimId, claimId)),
    justification: justification && { text: justification.text, partyId: justification.partyId },
    draft: projection?.draft,
  };
}

async function repeatedBy({ duplicateOf }: typeof claims.$inferSelect, conn: Db): Promise<DeskClaim['duplicateOf']> {
  if (duplicateOf === null) return null;
  const [other] = await conn
    .select({ id: claims.id, number: claims.number, wording: claims.wording })
    .from(claims)
    .where(eq(claims.id, duplicateOf));
  return other ?? null;
}

/** Without the bytes: a list of revisions never needs them. */
const revisionColumns = {
  id: revisions.id,
  number: revisions.number,
  state: revisions.state,
  proposedByParty: revisions.proposedByParty,
  frozenAt: revisions.frozenAt,
  endedReason: revisions.endedReason,
  endedByParty: revisions.endedByParty,
  round: revisions.round,
  signingEndsAt: revisions.signingEndsAt,
  mediationEndsAt: revisions.mediationEndsAt,
  releasesAt: revisions.releasesAt,
};
