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

export const CancelImportInput = z.strictObject({ importId: id });

export type CancelImportRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | (Refusal<'import-not-running'> & { state: string });

/** Ends an import between two rows; what was taken stays, and it can go on later or be discarded (SPEC IN9, IN17). */
export async function cancelImport(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'cancelled' }, CancelImportRefusal>> {
  const parsed = parseInput(CancelImportInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { importId } = parsed.value;

  return withTransaction(context, async (tx) => {
    const brought = await loadImport(tx, authorized.value, importId);
    if (!brought.ok) return brought;
    const { state, workspaceId } = brought.value;
    if (state !== 'running') return refuse({ code: 'import-not-running', state });
    await tx.update(imports).set({ state: 'cancelled', endedAt: context.now }).where(eq(imports.id, importId));
    await recordEvent(tx, context, { type: 'import.cancelled', workspaceId, subjectId: importId });
    return ok({ state: 'cancelled' as const });
  });
}
