import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import type { Tx } from '@/db/handle';
import type { CharterInForce } from '@/db/queries/charter-of-claim';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { openAmendment } from '@/db/queries/open-amendment';
import { isReplaceable } from '@/domain/charter/amendment';
import { isSameCharter } from '@/domain/charter/compare-charters';
import { type CharterInput, charterTemplate } from '@/domain/charter/template';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { proposeCharter } from './propose-charter';

type OpenRefusal =
  | (Refusal<'charter-in-notice'> & { number: number; at: string })
  | (Refusal<'amendment-open'> & { number: number });
export type AmendRefusal = OpenRefusal | Refusal<'unchanged'>;

/**
 * The next version of the charter in force: its language, its parameters, its parties, and the optional clauses that it does without (C38, SPEC H16). It takes the place
 * of a proposal that nobody but its proposer has ratified, and of no other (SPEC H14). The workspace is locked.
 */
export async function amendCharter(
  tx: Tx,
  context: Context,
  { member, inForce, text }: { member: PartyMember; inForce: CharterInForce; text: Omit<CharterInput, 'number' | 'workspace'> },
): Promise<Result<{ id: string; number: number; sha256: string }, AmendRefusal>> {
  const { workspaceId } = member;
  const bar = await barToAnother(tx, workspaceId);
  if (bar !== undefined) return refuse(bar);
  const { id, name } = await deskWorkspace({ workspaceId }, tx);
  const next = { ...text, workspace: { id, name } };
  if (isSameCharter(inForce.charter, charterTemplate({ ...next, number: inForce.number }))) return refuse({ code: 'unchanged' });
  const proposed = await proposeCharter(tx, context, next);
  await tellOfAmendment(tx, context, {
    number: proposed.number,
    by: member,
    parties: [...text.parties, ...inForce.charter.parties],
  });
  return ok(proposed);
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
