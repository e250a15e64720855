import { type Reader, readersAmong } from '@/commands/discussion/readers-among';
import type { Tx } from '@/db/handle';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

/** Whom a task is given to: nobody, or a member who may read it. Anybody else is unknown here, whoever they are (SPEC K7). */
export async function assigneeOf(
  tx: Tx,
  audience: { workspaceId: string; audienceParty: string | null },
  personId: string | undefined,
): Promise<Result<Reader | undefined, Refusal<'assignee-not-reader'>>> {
  if (personId === undefined) return ok(undefined);
  const [assignee] = await readersAmong(tx, audience, [personId]);
  return assignee === undefined ? refuse({ code: 'assignee-not-reader' }) : ok(assignee);
}
