import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, documentProjections, questionAcceptances, revisions } from '@/db/schema';
import { type Stage, stageOf } from '@/domain/claim/stage';
import type { RevisionState } from '@/domain/claim/transitions';
import { questionDigest } from '@/domain/record/canonical';
import { isBlank, type RecordDraft, textsOf } from '@/domain/record/draft';

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
  draft: RecordDraft | undefined;
  /** Digest of the question as it stands; absent while nobody has written one. */
  questionSha256: string | undefined;
  /** Parties that accepted exactly that question. */
  acceptedBy: string[];
  revisions: { id: string; number: number; state: RevisionState; proposedBy: string; proposedByParty: string }[];
};

/** These claims of a workspace with what lists say of them, by number. Drafts are in here: hand them to members of a party only (SPEC A5). */
export async function claimRows(
  { workspaceId, claimIds }: { workspaceId: string; claimIds: readonly string[] },
  conn: Db,
): Promise<ClaimRow[]> {
  if (claimIds.length === 0) return [];
  const rows = await conn
    .select({ claim: claims, draft: documentProjections.draft })
    .from(claims)
    .leftJoin(documentProjections, eq(documentProjections.document, sql`'claims/' || ${claims.id} || '/record'`))
    .where(and(eq(claims.workspaceId, workspaceId), inArray(claims.id, [...claimIds])))
    .orderBy(claims.number);
  const ids = rows.map(({ claim }) => claim.id);
  if (ids.length === 0) return [];
  const [made, acceptances] = await Promise.all([revisionsOf(ids, conn), acceptancesOf(ids, conn)]);
  return rows.map(({ claim, draft }) => {
    const own = made.filter((revision) => revision.claimId === claim.id);
    const question = draft === null ? '' : textsOf(draft, claim.mainLanguage).question;
    const sha256 = isBlank(question) ? undefined : questionDigest(question);
    return {
      id: claim.id,
      number: claim.number,
      stage: stageOf({ state: claim.state, revisions: own }),
      heading: isBlank(question) ? claim.wording : question,
      language: claim.mainLanguage,
      state: claim.state,
      slug: claim.slug,
      submittedByParty: claim.submittedByParty,
      dueOn: claim.dueOn,
      topics: draft?.fields.topics ?? [],
      draft: draft ?? undefined,
      questionSha256: sha256,
      acceptedBy: acceptances.filter((a) => a.claimId === claim.id && a.questionSha256 === sha256).map((a) => a.partyId),
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
    })
    .from(revisions)
    .where(inArray(revisions.claimId, claimIds))
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
    .where(inArray(questionAcceptances.claimId, claimIds));
}
