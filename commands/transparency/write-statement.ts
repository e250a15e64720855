import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { seatStands } from '@/commands/seat-stands';
import type { Tx } from '@/db/handle';
import { partiesOfDesk } from '@/db/queries/parties-of-desk';
import { transparencyStatementsOf } from '@/db/queries/transparency';
import { transparencyStatements } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { text } from '@/domain/text-input';
import { sections, statementCharacters } from '@/domain/transparency/sections';
import { confirm } from './confirm';
import { ownerOf } from './owner-of';

export const WriteStatementInput = z.strictObject({ section: z.enum(sections), text: text(statementCharacters) });

export type WriteStatementRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-signed-in'> | Refusal<'unchanged'>;

/** A moderator writes what the desk, or their party, says about itself (C40): another version, which their own party confirms with it (SPEC TR1, TR2). */
export async function writeStatement(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; number: number }, WriteStatementRefusal>> {
  const parsed = parseInput(WriteStatementInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'transparency.write');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { section, text: words } = parsed.value;
  const owner = ownerOf(section, member);
  if (!owner.ok) return owner;

  return withTransaction(context, async (tx) => {
    // Numbers are given out one at a time.
    await lockWorkspace(tx, member.workspaceId);
    if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
    const { partyId } = owner.value;
    const versions = await transparencyStatementsOf(member, tx);
    const newest = versions.findLast((one) => one.section === section && one.partyId === partyId);
    if (newest?.text === words) return refuse({ code: 'unchanged' });
    const id = context.newId();
    const number = (newest?.number ?? 0) + 1;
    await tx.insert(transparencyStatements).values({
      ...{ id, workspaceId: member.workspaceId, section, partyId, number, text: words },
      ...{ writtenBy: member.personId, writtenByParty: member.party.id, at: context.now },
    });
    await confirm(tx, context, member, id);
    if (partyId === null) await tellOthers(tx, context, member);
    await recordEvent(tx, context, {
      type: 'transparency.written',
      workspaceId: member.workspaceId,
      subjectId: id,
      facts: { section, party: member.party.name },
    });
    return ok({ id, number });
  });
}

/** The desk's words stand when each signing party has confirmed them (SPEC TR1): their moderators are told that they wait. */
async function tellOthers(tx: Tx, context: Context, by: PartyMember): Promise<void> {
  const { workspaceId, party } = by;
  const others = (await partiesOfDesk({ workspaceId }, tx)).filter((one) => one.standing === 'signing' && one.id !== party.id);
  const to = await peopleAt(tx, { workspaceId, who: { moderatorsOf: others.map(({ id }) => id) } });
  await tell(tx, context, { kind: 'statement-written', workspaceId, by, to });
}
