import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { imports } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { loadImport } from './load-import';
import { ReadingInput, unknownColumns } from './reading-input';

export const BeginImportInput = z.strictObject({ importId: id, reading: ReadingInput.optional() });

export type BeginImportRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | (Refusal<'import-not-waiting'> & { state: string });

/**
 * Begins an import, or goes on with one that was cancelled or stopped. The server does the rows from here on, in the name of whoever began it last (SPEC
 * IN9). How columns are read is said once: rows that are done would otherwise have been read in another way than those that are left.
 */
export async function beginImport(context: Context, input: unknown): Promise<Result<{ state: 'running' }, BeginImportRefusal>> {
  const parsed = parseInput(BeginImportInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { workspaceId, personId } = authorized.value;
  const { importId, reading } = parsed.value;

  return withTransaction(context, async (tx) => {
    const brought = await loadImport(tx, authorized.value, importId);
    if (!brought.ok) return brought;
    const { state, columns, rows, begunAt } = brought.value;
    if (state === 'running' || state === 'finished' || state === 'discarded')
      return refuse({ code: 'import-not-waiting', state });
    if (state === 'read' && reading === undefined)
      return refuse({ code: 'invalid-input', issues: [{ field: 'reading', code: 'required' }] });
    const issues = reading === undefined ? [] : unknownColumns(reading.mapping, columns);
    if (issues.length > 0) return refuse({ code: 'invalid-input', issues });
    const said = state === 'read' && reading !== undefined ? reading : {};
    await tx
      .update(imports)
      .set({ state: 'running', personId, begunAt: begunAt ?? context.now, endedAt: null, ...said })
      .where(eq(imports.id, importId));
    await recordEvent(tx, context, { type: 'import.begun', workspaceId, subjectId: importId, facts: { rows } });
    return ok({ state: 'running' as const });
  });
}
