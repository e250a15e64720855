import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { importRows, imports } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { loadImport } from './load-import';

export const DiscardImportInput = z.strictObject({ importId: id });

export type DiscardImportRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | (Refusal<'import-not-idle'> & { state: string });

/**
 * Throws away what an import still keeps of its file (SPEC IN17). One that was never begun is gone with its rows; of one that was cancelled or stopped the cells
 * are deleted, and the report stays, since claims came of it.
 */
export async function discardImport(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'discarded' }, DiscardImportRefusal>> {
  const parsed = parseInput(DiscardImportInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { importId } = parsed.value;

  return withTransaction(context, async (tx) => {
    const brought = await loadImport(tx, authorized.value, importId);
    if (!brought.ok) return brought;
    const { state, workspaceId } = brought.value;
    if (state === 'running' || state === 'finished' || state === 'discarded') return refuse({ code: 'import-not-idle', state });
    if (state === 'read') {
      await tx.delete(importRows).where(eq(importRows.importId, importId));
      await tx.delete(imports).where(eq(imports.id, importId));
    } else {
      const waiting = and(eq(importRows.importId, importId), eq(importRows.state, 'waiting'));
      await tx.update(importRows).set({ state: 'discarded', cells: {} }).where(waiting);
      await tx.update(imports).set({ state: 'discarded' }).where(eq(imports.id, importId));
    }
    await recordEvent(tx, context, { type: 'import.discarded', workspaceId, subjectId: importId });
    return ok({ state: 'discarded' as const });
  });
}
