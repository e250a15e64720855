import { and, eq } from 'drizzle-orm';
import { type Context, withTransaction } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import { imports } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

/** Ends an import whose beginner may not import any more (SPEC IN9). The server itself asks; another member of the party can go on with it. */
export async function stopImport(
  context: Context,
  importId: string,
): Promise<Result<{ state: 'stopped' }, Refusal<'not-found'>>> {
  return withTransaction(context, async (tx) => {
    const [stopped] = await tx
      .update(imports)
      .set({ state: 'stopped', endedAt: context.now })
      .where(and(eq(imports.id, importId), eq(imports.state, 'running')))
      .returning({ workspaceId: imports.workspaceId, partyId: imports.partyId });
    if (stopped === undefined) return refuse({ code: 'not-found' });
    const { workspaceId, partyId } = stopped;
    await recordEvent(tx, context, { type: 'import.stopped', workspaceId, by: { personId: null, partyId }, subjectId: importId });
    return ok({ state: 'stopped' as const });
  });
}
