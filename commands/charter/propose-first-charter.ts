import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { CharterParameters, defaultRatings } from '@/domain/charter/parameters';
import { charterLanguages } from '@/domain/charter/template';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { proposeCharter } from './propose-charter';

/** A scale is chosen from the ratings that every page has a word for, and keeps their order. */
const ratingKeys = defaultRatings.map(({ key }) => key);
const Ratings = z
  .array(z.enum(ratingKeys))
  .min(2)
  .refine((keys) => new Set(keys).size === keys.length)
  .transform((keys) => defaultRatings.filter(({ key }) => keys.includes(key)));

export const ProposeFirstCharterInput = z.strictObject({
  language: z.enum(charterLanguages),
  parameters: CharterParameters.omit({ ratings: true }).extend({ ratings: Ratings }),
});

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
  const parsed = parseInput(ProposeFirstCharterInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.propose');
  if (!authorized.ok) return authorized;
  const { workspaceId } = authorized.value;

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const inForce = await charterInForce({ workspaceId }, tx);
    if (inForce !== undefined) return refuse({ code: 'charter-is-in-force', number: inForce.number });
    const { id, name, parties } = await deskWorkspace({ workspaceId }, tx);
    return ok(await proposeCharter(tx, context, { workspace: { id, name }, parties, ...parsed.value }));
  });
}
