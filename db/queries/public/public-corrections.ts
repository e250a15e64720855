import { and, desc, eq, isNotNull, lt } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, corrections, retractions, revisions } from '@/db/schema';
import { correctionsOf, type PublicCorrection, type PublicRetraction, retractionsOf } from './after-publication';
import { faultOfBytes } from './broken-bytes';
import { recordOf } from './published';

type Listed = {
  slug: string;
  /** The revision that corrected, or that was retracted. */
  number: number;
  /** ISO 8601. */
  at: string;
  /** What the verdict asks, by language, with its main one; none where its bytes are not those that were signed (SPEC R11). */
  question: { language: string; texts: Record<string, { question: string }> } | null;
};
export type ListedCorrection = Listed &
  (({ kind: 'correction' } & PublicCorrection) | ({ kind: 'retraction' } & Pick<PublicRetraction, 'reason' | 'challenge'>));
export type PublicCorrections = { items: ListedCorrection[]; nextCursor: string | null };

const pageSize = 20;

/** Every correction and every retraction of a desk, the newest first (SPEC GC7). `before` is the `nextCursor` of the page before. */
export async function publicCorrections(
  { workspaceId, before = null }: { workspaceId: string; before?: string | null },
  conn: Db,
): Promise<PublicCorrections> {
  const until = momentOf(before);
  const [made, taken] = await Promise.all([correctedRows(workspaceId, until, conn), retractedRows(workspaceId, until, conn)]);
  const rows = [...made, ...taken].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const page = rows.slice(0, pageSize);
  const [graded, retracted] = await Promise.all([
    correctionsOf(idsOf(page, 'correction'), conn),
    retractionsOf(idsOf(page, 'retraction'), conn),
  ]);
  const items = page.flatMap(({ id, kind, slug, number, at, bytes, sha256 }): ListedCorrection[] => {
    const listed = { slug: slug ?? '', number, at: at.toISOString(), question: questionOf({ bytes, sha256 }) };
    const [correction, retraction] = [graded.get(id), retracted.get(id)?.retraction];
    if (kind === 'correction') return correction === undefined ? [] : [{ ...listed, kind, ...correction }];
    return retraction === undefined ? [] : [{ ...listed, kind, reason: retraction.reason, challenge: retraction.challenge }];
  });
  return { items, nextCursor: rows.length > pageSize ? (page.at(-1)?.at.toISOString() ?? null) : null };
}

type Row = Awaited<ReturnType<typeof correctedRows>>[number];

function idsOf(rows: (Row | Awaited<ReturnType<typeof retractedRows>>[number])[], kind: Row['kind'] | 'retraction'): string[] {
  return rows.filter((row) => row.kind === kind).map(({ id }) => id);
}

const columns = {
  id: revisions.id,
  slug: claims.slug,
  number: revisions.number,
  bytes: revisions.bytes,
  sha256: revisions.sha256,
};

async function correctedRows(workspaceId: string, until: Date | undefined, conn: Db) {
  const rows = await conn
    .select({ ...columns, at: revisions.publishedAt })
    .from(corrections)
    .innerJoin(revisions, eq(revisions.id, corrections.revisionId))
    .innerJoin(claims, eq(claims.id, revisions.claimId))
    .where(
      and(
        eq(corrections.workspaceId, workspaceId),
        isNotNull(revisions.publishedAt),
        until === undefined ? undefined : lt(revisions.publishedAt, until),
      ),
    )
    .orderBy(desc(revisions.publishedAt))
    .limit(pageSize + 1);
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at, kind: 'correction' as const }]));
}

async function retractedRows(workspaceId: string, until: Date | undefined, conn: Db) {
  const rows = await conn
    .select({ ...columns, at: retractions.endedAt })
    .from(retractions)
    .innerJoin(revisions, eq(revisions.id, retractions.revisionId))
    .innerJoin(claims, eq(claims.id, retractions.claimId))
    .where(
      and(
        eq(retractions.workspaceId, workspaceId),
        eq(retractions.state, 'made'),
        until === undefined ? undefined : lt(retractions.endedAt, until),
      ),
    )
    .orderBy(desc(retractions.position))
    .limit(pageSize + 1);
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at, kind: 'retraction' as const }]));
}

function questionOf(stored: { bytes: Uint8Array; sha256: string }): Listed['question'] {
  if (faultOfBytes('record', stored) !== undefined) return null;
  const { language, texts } = recordOf(stored.bytes);
  return { language, texts: Object.fromEntries(Object.entries(texts).map(([name, { question }]) => [name, { question }])) };
}

/** A cursor that is no moment of ours gives the first page, as an absent one does. */
function momentOf(cursor: string | null): Date | undefined {
  return cursor !== null && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(cursor) && !Number.isNaN(Date.parse(cursor))
    ? new Date(cursor)
    : undefined;
}
