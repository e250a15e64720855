import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { seatStands } from '@/commands/seat-stands';
import type { Tx } from '@/db/handle';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { openAmendment } from '@/db/queries/open-amendment';
import { isReplaceable } from '@/domain/charter/amendment';
import { isSameCharter } from '@/domain/charter/compare-charters';
import { charterTemplate } from '@/domain/charter/template';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { CharterTextInput } from './charter-input';
import { PartiesInput } from './parties-input';
import { type PartiesRefusal, partiesOfAmendment } from './parties-of-amendment';
import { proposeCharter } from './propose-charter';

export const ProposeAmendmentInput = CharterTextInput.extend({ parties: PartiesInput });

type OpenRefusal =
  | (Refusal<'charter-in-notice'> & { number: number; at: string })
  | (Refusal<'amendment-open'> & { number: number });
export type ProposeAmendmentRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | PartiesRefusal
  | OpenRefusal
  | Refusal<'no-charter-in-force'>
  | Refusal<'unchanged'>;

/**
 * A moderator of a signing party proposes the next version of the charter in force: its language, its parameters, its parties (C38, SPEC H16). It takes the place
 * of a proposal that nobody but its proposer has ratified, and of no other (SPEC H14). Proposing ratifies nothing and changes nothing.
 */
export async function proposeAmendment(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; number: number; sha256: string }, ProposeAmendmentRefusal>> {
  const parsed = parseInput(ProposeAmendmentInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.propose');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId } = member;
  const { language, parameters, parties: chosen } = parsed.value;

  return withTransaction(
    context,
    async (tx): Promise<Result<{ id: string; number: number; sha256: string }, ProposeAmendmentRefusal>> => {
      await lockWorkspace(tx, workspaceId);
      if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
      const inForce = await charterInForce({ workspaceId }, tx);
      if (inForce === undefined) return refuse({ code: 'no-charter-in-force' });
      const bar = await barToAnother(tx, workspaceId);
      if (bar !== undefined) return refuse(bar);
      const parties = await partiesOfAmendment(tx, context, { workspaceId, chosen });
      if (!parties.ok) return parties;
      const { id, name } = await deskWorkspace({ workspaceId }, tx);
      const text = { workspace: { id, name }, parties: parties.value, language, parameters };
      if (isSameCharter(inForce.charter, charterTemplate({ ...text, number: inForce.number })))
        return refuse({ code: 'unchanged' });
      const proposed = await proposeCharter(tx, context, text);
      await tellOfAmendment(tx, context, {
        number: proposed.number,
        by: member,
        parties: [...parties.value, ...inForce.charter.parties],
      });
      return ok(proposed);
    },
  );
}

/** Tells the moderators whose ratification it waits for (SPEC H12). Of a first charter nobody is told: every page says whose step is next (SPEC H10). */
async function tellOfAmendment(
  tx: Tx,
  context: Context,
  { number, by, parties }: { number: number; by: PartyMember; parties: { id: string; standing: string }[] },
): Promise<void> {
  const { workspaceId } = by;
  const asked = parties.filter(({ standing }) => standing === 'signing').map(({ id }) => id);
  const to = await peopleAt(tx, { workspaceId, who: { moderatorsOf: asked } });
  await tell(tx, context, { kind: 'charter-proposed', workspaceId, by, facts: { charter: number }, to });
}

/** Why another version may not be proposed beside the one that waits, or undefined (SPEC H14). */
async function barToAnother(tx: Tx, workspaceId: string): Promise<OpenRefusal | undefined> {
  const open = await openAmendment({ workspaceId }, tx);
  if (open === undefined) return undefined;
  const { version, ratifiedBy } = open;
  const { number, proposedByParty, effectiveAt } = version;
  if (version.state === 'notice') return { code: 'charter-in-notice', number, at: effectiveAt?.toISOString() ?? '' };
  return isReplaceable({ proposedByParty, ratifiedBy }) ? undefined : { code: 'amendment-open', number };
}
