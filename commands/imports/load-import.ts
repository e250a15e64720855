import { and, eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Tx } from '@/db/handle';
import { imports } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type ImportRow = typeof imports.$inferSelect;

/** An import of the member's party, locked. One of another party is unknown (SPEC IN10). */
export async function loadImport(
  tx: Tx,
  { workspaceId, party }: PartyMember,
  importId: string,
): Promise<Result<ImportRow, Refusal<'not-found'>>> {
  const [row] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.workspaceId, workspaceId), eq(imports.partyId, party.id)))
    .for('update');
  return row === undefined ? refuse({ code: 'not-found' }) : ok(row);
}
