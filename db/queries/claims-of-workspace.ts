import { and, count, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, documentProjections, revisions, sources } from '@/db/schema';
import { type Stage, stageOf } from '@/domain/claim/stage';
import { emptyTexts, isBlank, textsOf } from '@/domain/record/draft';

type ClaimColumns = typeof claims.$inferSelect;
type SourceState = (typeof sources.$inferSelect)['state'];

/** A claim as the API lists it. Words are absent for those who may not read drafts. */
export type ListedClaim = Pick<ClaimColumns, 'id' | 'number' | 'state'> & {
  stage: Stage;
  submittedAt: string;
  words?: Pick<ClaimColumns, 'slug' | 'submittedByParty'> & {
    wording: string;
    language: string;
    /** The title and the question as they stand; null while there is none. */
    title: string | null;
    question: string | null;
    sources: Record<SourceState, number>;
  };
};
export type ListedClaims = { items: ListedClaim[]; nextCursor: string | null };

const pageSize = 50;

/** The claims of a workspace, highest number first, a page at a time: all, or these. `before` is the last number of the page before. */
export async function claimsOfWorkspace(
  {
    workspaceId,
    before,
    withWords,
    claimIds,
  }: { workspaceId: string; before: number | undefined; withWords: boolean; claimIds?: readonly string[] | undefined },
  conn: Db,
): Promise<ListedClaims> {
  const rows = await conn
    .select({ claim: claims, draft: documentProjections.draft })
    .from(claims)
    .leftJoin(documentProjections, eq(documentProjections.document, sql`'claims/' || ${claims.id} || '/record'`))
    .where(
      and(
        eq(claims.workspaceId, workspaceId),
        before === undefined ? undefined : lt(claims.number, before),
        claimIds === undefined ? undefined : inArray(claims.id, [...claimIds]),
      ),
    )
    .orderBy(desc(claims.number))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const ids = page.map(({ claim }) => claim.id);
  const frozen = await conn
    .select({ claimId: revisions.claimId, state: revisions.state })
    .from(revisions)
    .where(inArray(revisions.claimId, ids));
  const attached = await sourceCounts(ids, conn);
  const items = page.map(({ claim, draft }): ListedClaim => {
    const { id, number, state, slug, submittedByParty, wording, mainLanguage: language } = claim;
    const stage = stageOf({ state, revisions: frozen.filter((revision) => revision.claimId === id) });
    const listed = { id, number, state, stage, submittedAt: claim.submittedAt.toISOString() };
    if (!withWords) return listed;
    const { title, question } = draft === null ? emptyTexts : textsOf(draft, language);
    const heads = { title: isBlank(title) ? null : title, question: isBlank(question) ? null : question };
    const words = { wording, language, ...heads, slug, submittedByParty, sources: attached(id) };
    return { ...listed, words };
  });
  return { items, nextCursor: rows.length > pageSize ? String(page.at(-1)?.claim.number) : null };
}

async function sourceCounts(claimIds: string[], conn: Db): Promise<(claimId: string) => Record<SourceState, number>> {
  const rows = await conn
    .select({ claimId: sources.claimId, state: sources.state, count: count() })
    .from(sources)
    .where(inArray(sources.claimId, claimIds))
    .groupBy(sources.claimId, sources.state);
  return (claimId) => {
    const own = rows.filter((row) => row.claimId === claimId).map((row) => [row.state, row.count]);
    return { proposed: 0, accepted: 0, disputed: 0, withdrawn: 0, ...Object.fromEntries(own) };
  };
}
