import { and, desc, eq, isNotNull, lt, lte, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/handle';
import { claims, corrections, retractions, revisions } from '@/db/schema';
import { id as Id } from '@/domain/text-input';
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
  const last = placeIn(before);
  const [made, taken] = await Promise.all([correctedRows(workspaceId, last, conn), retractedRows(workspaceId, last, conn)]);
  const rows = [...made, ...taken].toSorted(newestFirst);
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
  return { items, nextCursor: rows.length > pageSize ? cursorOf(page.at(-1)) : null };
}

type Kind = ListedCorrection['kind'];
/** Where an entry stands: two may have come in one millisecond, so the time alone would lose one of them between two pages. */
type Place = { at: Date; id: string; kind: Kind };

/** Of one time in the order of their revisions; and the retraction of a revision came after its own publication. */
function newestFirst(a: Place, b: Place): number {
  if (a.at.getTime() !== b.at.getTime()) return b.at.getTime() - a.at.getTime();
  if (a.id !== b.id) return a.id < b.id ? 1 : -1;
  return a.kind === b.kind ? 0 : a.kind === 'correction' ? 1 : -1;
}

function isAfter(last: Place | undefined, kind: Kind, at: PgColumn): SQL | undefined {
  if (last === undefined) return undefined;
  const isOlder = kind === 'correction' && last.kind === 'retraction' ? lte : lt;
  return or(lt(at, last.at), and(eq(at, last.at), isOlder(revisions.id, last.id)));
}

function idsOf(rows: Place[], kind: Kind): string[] {
  return rows.filter((row) => row.kind === kind).map(({ id }) => id);
}

const columns = {
  id: revisions.id,
  slug: claims.slug,
  number: revisions.number,
  bytes: revisions.bytes,
  sha256: revisions.sha256,
};

async function correctedRows(workspaceId: string, last: Place | undefined, conn: Db) {
  const rows = await conn
    .select({ ...columns, at: revisions.publishedAt })
    .from(corrections)
    .innerJoin(revisions, eq(revisions.id, corrections.revisionId))
    .innerJoin(claims, eq(claims.id, revisions.claimId))
    .where(
      and(
        eq(corrections.workspaceId, workspaceId),
        isNotNull(revisions.publishedAt),
        isAfter(last, 'correction', revisions.publishedAt),
      ),
    )
    .orderBy(desc(revisions.publishedAt), desc(revisions.id))
    .limit(pageSize + 1);
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at, kind: 'correction' as const }]));
}

async function retractedRows(workspaceId: string, last: Place | undefined, conn: Db) {
  const rows = await conn
    .select({ ...columns, at: retractions.endedAt })
    .from(retractions)
    .innerJoin(revisions, eq(revisions.id, retractions.revisionId))
    .innerJoin(claims, eq(claims.id, retractions.claimId))
    .where(
      and(
        eq(retractions.workspaceId, workspaceId),
        eq(retractions.state, 'made'),
        isAfter(last, 'retraction', retractions.endedAt),
      ),
    )
    .orderBy(desc(retractions.endedAt), desc(revisions.id))
    .limit(pageSize + 1);
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at, kind: 'retraction' as const }]));
}

function questionOf(stored: { bytes: Uint8Array; sha256: string }): Listed['question'] {
  if (faultOfBytes('record', stored) !== undefined) return null;
  const { language, texts } = recordOf(stored.bytes);
  return { language, texts: Object.fromEntries(Object.entries(texts).map(([name, { question }]) => [name, { question }])) };
}

function cursorOf(place: Place | undefined): string | null {
  return place === undefined ? null : `${place.at.toISOString()}_${place.id}_${place.kind}`;
}

const cursors = /^(?<at>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_(?<id>[^_]+)_(?<kind>correction|retraction)$/;

/** A cursor that is none of ours gives the first page, as an absent one does. */
function placeIn(cursor: string | null): Place | undefined {
  const { at = '', id = '', kind } = cursors.exec(cursor ?? '')?.groups ?? {};
  if (Number.isNaN(Date.parse(at)) || !Id.safeParse(id).success) return undefined;
  return { at: new Date(at), id, kind: kind === 'retraction' ? 'retraction' : 'correction' };
}
