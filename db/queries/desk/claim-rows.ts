import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { isOneOf } from '@/db/one-of';
import { claims, documentProjections, questionAcceptances, revisions } from '@/db/schema';
import type { SigningClock } from '@/domain/claim/signing-clock';
import { type Stage, stageOf } from '@/domain/claim/stage';
import type { RevisionState } from '@/domain/claim/transitions';
import { isBlank } from '@/domain/record/draft';

export type ClaimRow = {
  id: string;
  number: number;
  stage: Stage;
  /** The question as it stands, or the submitted wording while there is none. */
  heading: string;
  /** The language that the heading is written in. */
  language: string;
  state: 'submitted' | 'open' | 'closed';
  slug: string | null;
  submittedByParty: string;
  dueOn: string | null;
  topics: string[];
  /** Digest of the question as it stands; absent while nobody has written one. */
  questionSha256: string | undefined;
  /** Parties that accepted exactly that question. */
  acceptedBy: string[];
  revisions: (SigningClock & {
    id: string;
    number: number;
    state: RevisionState;
    proposedBy: string;
    proposedByParty: string;
    releasesAt: Date | null;
  })[];
};

/** These claims of a workspace with what lists say of them, by number. Words of drafts are in here: hand them to members of a party only (SPEC A5). */
export async function claimRows(
  { workspaceId, claimIds }: { workspaceId: string; claimIds: readonly string[] },
  conn: Db,
): Promise<ClaimRow[]> {
  if (claimIds.length === 0) return [];
  const rows = await conn
    .select({
      claim: {
        id: claims.id,
        number: claims.number,
        state: claims.state,
        wording: claims.wording,
        language: claims.mainLanguage,
        slug: claims.slug,
        submittedByParty: claims.submittedByParty,
        dueOn: claims.dueOn,
      },
      question: sql<string | null>`${documentProjections.draft}->'texts'->${claims.mainLanguage}->>'question'`,
      topics: sql<string[] | null>`${documentProjections.draft}->'fields'->'topics'`,
      questionSha256: sql<string | null>`${documentProjections.questions}->>${claims.mainLanguage}`,
    })
    .from(claims)
    .leftJoin(documentProjections, eq(documentProjections.document, sql`'claims/' || ${claims.id} || '/record'`))
    .where(and(eq(claims.workspaceId, workspaceId), isOneOf(claims.id, claimIds)))
    .orderBy(claims.number);
  const ids = rows.map(({ claim }) => claim.id);
  if (ids.length === 0) return [];
  const [made, acceptances] = await Promise.all([revisionsOf(ids, conn), acceptancesOf(ids, conn)]);
  return rows.map(({ claim, question, topics, questionSha256 }) => {
    const own = made.filter((revision) => revision.claimId === claim.id);
    return {
      ...claim,
      stage: stageOf({ state: claim.state, revisions: own }),
      heading: question === null || isBlank(question) ? claim.wording : question,
      topics: topics ?? [],
      questionSha256: questionSha256 ?? undefined,
      acceptedBy: acceptances
        .filter((accepted) => accepted.claimId === claim.id && accepted.questionSha256 === questionSha256)
        .map(({ partyId }) => partyId),
      revisions: own,
    };
  });
}

function revisionsOf(claimIds: string[], conn: Db) {
  return conn
    .select({
      id: revisions.id,
      claimId: revisions.claimId,
      number: revisions.number,
      state: revisions.state,
      proposedBy: revisions.proposedBy,
      proposedByParty: revisions.proposedByParty,
      signingEndsAt: revisions.signingEndsAt,
      mediationEndsAt: revisions.mediationEndsAt,
      releasesAt: revisions.releasesAt,
    })
    .from(revisions)
    .where(isOneOf(revisions.claimId, claimIds))
    .orderBy(revisions.number);
}

function acceptancesOf(claimIds: string[], conn: Db) {
  return conn
    .select({
      claimId: questionAcceptances.claimId,
      partyId: questionAcceptances.partyId,
      questionSha256: questionAcceptances.questionSha256,
    })
    .from(questionAcceptances)
    .where(isOneOf(questionAcceptances.claimId, claimIds));
}
