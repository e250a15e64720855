import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { seatStands } from '@/commands/seat-stands';
import { transparencyStatementsOf } from '@/db/queries/transparency';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { newestStatements } from '@/domain/transparency/standing';
import { confirm } from './confirm';
import { ownerOf } from './owner-of';

export const ConfirmStatementInput = z.strictObject({ statementId: id });

export type ConfirmStatementRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-signed-in'>
  | Refusal<'not-found'>
  | Refusal<'statement-superseded'>;

/** A moderator says for their party that these words are right, or that they still are, which renews their date (C40, SPEC TR2). */
export async function confirmStatement(
  context: Context,
  input: unknown,
): Promise<Result<{ statementId: string }, ConfirmStatementRefusal>> {
  const parsed = parseInput(ConfirmStatementInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'transparency.write');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { statementId } = parsed.value;

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, member.workspaceId);
    if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
    const versions = await transparencyStatementsOf(member, tx);
    const statement = versions.find((one) => one.id === statementId);
    if (statement === undefined) return refuse({ code: 'not-found' });
    const { section, partyId } = statement;
    const owner = ownerOf(section, member);
    if (!owner.ok) return owner;
    // Each party's words are its own alone.
    if (partyId !== owner.value.partyId) return refuse({ code: 'not-allowed', permission: 'transparency.write' });
    if (!newestStatements(versions).includes(statement)) return refuse({ code: 'statement-superseded' });
    await confirm(tx, context, member, statementId);
    await recordEvent(tx, context, {
      type: 'transparency.confirmed',
      workspaceId: member.workspaceId,
      subjectId: statementId,
      facts: { section, party: member.party.name },
    });
    return ok({ statementId });
  });
}
