import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, importRows, imports, type RowIssue } from '@/db/schema';
import type { Defaults } from '@/domain/intake/candidate-of';
import type { Mapping } from '@/domain/intake/list-columns';
import { type SuggestedReading, suggestReading } from '@/domain/intake/suggest-reading';

export type { RowIssue };

type Columns = typeof imports.$inferSelect;
export type RowState = (typeof importRows.$inferSelect)['state'];
export type DeskImport = Pick<
  Columns,
  'id' | 'state' | 'kind' | 'fileName' | 'columns' | 'rows' | 'readAt' | 'begunAt' | 'endedAt'
> & {
  mapping: Mapping | null;
  defaults: Defaults | null;
  counts: Record<RowState, number>;
};
export type DeskImportRow = {
  number: number;
  state: RowState;
  wording: string;
  claimId: string | null;
  claimNumber: number | null;
  issues: RowIssue[];
};

/** Whose lists: another party's are unknown (SPEC IN10). */
type Owner = { workspaceId: string; partyId: string };

export async function importsOfDesk({ workspaceId, partyId }: Owner, conn: Db): Promise<DeskImport[]> {
  const found = await conn
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.partyId, partyId)))
    .orderBy(desc(imports.position))
    .limit(50);
  return withCounts(found, conn);
}

export async function importOfDesk(
  { importId, workspaceId, partyId }: Owner & { importId: string },
  conn: Db,
): Promise<DeskImport | undefined> {
  const found = await conn
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.workspaceId, workspaceId), eq(imports.partyId, partyId)));
  return (await withCounts(found, conn))[0];
}

/** The rows of an import in their order, of some states and at most so many where that is asked. */
export function rowsOfImport(
  { importId, workspaceId, states, most }: { importId: string; workspaceId: string; states?: RowState[]; most?: number },
  conn: Db,
): Promise<DeskImportRow[]> {
  const rows = conn
    .select({
      number: importRows.number,
      state: importRows.state,
      wording: importRows.wording,
      claimId: importRows.claimId,
      claimNumber: claims.number,
      issues: importRows.issues,
    })
    .from(importRows)
    .leftJoin(claims, eq(claims.id, importRows.claimId))
    .where(
      and(
        eq(importRows.importId, importId),
        eq(importRows.workspaceId, workspaceId),
        states === undefined ? undefined : inArray(importRows.state, states),
      ),
    )
    .orderBy(asc(importRows.number));
  return most === undefined ? rows : rows.limit(most);
}

/** Enough rows to see how days are written. */
const sampled = 200;

/** How a list that nobody has begun is probably to be read. */
export async function suggestedReading(
  { id: importId, columns }: Pick<DeskImport, 'id' | 'columns'>,
  conn: Db,
): Promise<SuggestedReading> {
  const rows = await conn
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), eq(importRows.state, 'waiting')))
    .orderBy(asc(importRows.number))
    .limit(sampled);
  return suggestReading(
    columns,
    rows.map(({ cells }) => cells),
  );
}

async function withCounts(found: Columns[], conn: Db): Promise<DeskImport[]> {
  const counted = await conn
    .select({ importId: importRows.importId, state: importRows.state, rows: count() })
    .from(importRows)
    .where(
      inArray(
        importRows.importId,
        found.map(({ id }) => id),
      ),
    )
    .groupBy(importRows.importId, importRows.state);
  return found.map(({ id, state, kind, fileName, columns, rows, readAt, begunAt, endedAt, mapping, defaults }) => {
    const own = counted.filter(({ importId }) => importId === id).map((row) => [row.state, row.rows]);
    const counts = { waiting: 0, taken: 0, known: 0, refused: 0, discarded: 0, ...Object.fromEntries(own) };
    return { id, state, kind, fileName, columns, rows, readAt, begunAt, endedAt, mapping, defaults, counts };
  });
}
