import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { withStanding } from '@/db/queries/parties-of-desk';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { CharterTextInput } from './charter-input';
import { proposeCharter } from './propose-charter';

export type ProposeFirstCharterRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | (Refusal<'charter-is-in-force'> & { number: number });

/**
 * A moderator of a signing party proposes the desk's first charter: its language, and the parameters of the clauses that the software enforces (SPEC H8). It
 * names the parties as they were set up, and takes the place of a proposal that nobody has put in force (SPEC H9). Proposing ratifies nothing.
 */
export async function proposeFirstCharter(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; number: number; sha256: string }, ProposeFirstCharterRefusal>> {
  const parsed = parseInput(CharterTextInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.propose');
  if (!authorized.ok) return authorized;
  const { workspaceId } = authorized.value;

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const inForce = await charterInForce({ workspaceId }, tx);
    if (inForce !== undefined) return refuse({ code: 'charter-is-in-force', number: inForce.number });
    const { id, name, parties } = await deskWorkspace({ workspaceId }, tx);
    return ok(await proposeCharter(tx, context, { workspace: { id, name }, parties: withStanding(parties), ...parsed.value }));
  });
}
