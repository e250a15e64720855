import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { revisions, verdicts } from '@/db/schema';
import { isRated, type Outcome, outcomes } from '@/domain/claim/outcomes';
import type { FrozenRecord } from '@/domain/record/frozen-record';
import { type Broken, faultOfBytes } from './broken-bytes';
import { countsNow, recordOf } from './published';
import { type PublicSignOff, type SignedBytes, signOffsOf } from './sign-offs-of';

/** A verdict in a list. The texts are those of the published bytes, in every language they were frozen in. */
export type ListedVerdict = {
  slug: string;
  revision: number;
  outcome: Outcome;
  /** Null where none was adopted (SPEC O2). */
  rating: string | null;
  language: string;
  /** The finding is null where it was only proposed (SPEC O3). */
  texts: Record<string, { title: string; question: string; finding: string | null }>;
  /** How many approvals make a party's. */
  signersPerParty: number;
  parties: FrozenRecord['parties'];
  signOffs: PublicSignOff[];
  firstPublishedAt: string;
  publishedAt: string;
};

/** A verdict of which a list prints the address alone (SPEC R11). */
export type BrokenListed = Broken & { slug: string; revision: number };
export type ListedVerdicts = { items: (ListedVerdict | BrokenListed)[]; nextCursor: string | null };

const pageSize = 20;

/** Published verdicts, newest first: all, or those that hold every word of `q` and have the outcome. `cursor` is the `nextCursor` of the page before. */
export async function publishedVerdicts(
  {
    workspaceId,
    q = '',
    outcome = '',
    cursor = null,
  }: { workspaceId: string; q?: string; outcome?: string; cursor?: string | null },
  conn: Db,
): Promise<ListedVerdicts> {
  const rows = await conn
    .select({
      ...{ verdict: verdicts, number: revisions.number, bytes: revisions.bytes, sha256: revisions.sha256 },
      signersPerParty: sql<number>`charter_number(${revisions.charterVersionId}, 'signersPerParty')`,
    })
    .from(verdicts)
    .innerJoin(revisions, eq(revisions.id, verdicts.revisionId))
    .where(and(eq(verdicts.workspaceId, workspaceId), countsNow, ...wordsOf(q).map(contains), has(outcome), before(cursor)))
    .orderBy(desc(verdicts.position))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const signed = await signOffsOf(
    page.map(({ verdict }) => verdict.revisionId),
    conn,
  );
  const items = page.map(({ verdict, number, signersPerParty, ...stored }) => {
    const { signOffs, broken }: SignedBytes = signed.get(verdict.revisionId) ?? { signOffs: [], broken: [] };
    const faults = [faultOfBytes('record', stored), ...broken].filter((fault) => fault !== undefined);
    if (faults.length > 0) return { broken: faults, slug: verdict.slug, revision: number };
    return { ...listed(verdict, number, recordOf(stored.bytes)), signersPerParty, signOffs };
  });
  return { items, nextCursor: rows.length > pageSize ? String(page.at(-1)?.verdict.position) : null };
}

function listed(
  verdict: typeof verdicts.$inferSelect,
  revision: number,
  record: FrozenRecord,
): Omit<ListedVerdict, 'signersPerParty' | 'signOffs'> {
  const rated = isRated(verdict.outcome);
  const texts = Object.entries(record.texts).map(([language, { title, question, finding }]) => [
    language,
    { title, question, finding: rated ? finding : null },
  ]);
  return {
    slug: verdict.slug,
    revision,
    outcome: verdict.outcome,
    rating: rated ? record.fields.rating : null,
    language: record.language,
    texts: Object.fromEntries(texts),
    parties: record.parties,
    firstPublishedAt: verdict.firstPublishedAt.toISOString(),
    publishedAt: verdict.publishedAt.toISOString(),
  };
}

/** More words than anybody types would only cost time; a NUL is refused by PostgreSQL, and no text holds control characters anyway. */
const mostWords = 8;
const longestQuery = 200;

function wordsOf(q: string): string[] {
  const plain = q
    .slice(0, longestQuery)
    .replaceAll(/\p{Cc}/gu, ' ')
    .normalize('NFC')
    .toLowerCase();
  return plain
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

/** A word as it is written: `%`, `_` and the backslash mean themselves. */
function contains(word: string): SQL {
  return sql`${verdicts.searchText} like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`;
}

/** A word that is no outcome asks for none, as an absent one does. */
function has(asked: string): SQL | undefined {
  const outcome = outcomes.find((known) => known === asked);
  return outcome === undefined ? undefined : eq(verdicts.outcome, outcome);
}

/** A cursor that is no number of ours gives the first page, as an absent one does. */
function before(cursor: string | null): SQL | undefined {
  return cursor !== null && /^\d{1,9}$/.test(cursor) ? lt(verdicts.position, Number(cursor)) : undefined;
}
