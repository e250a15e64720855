import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { groupsInUse, mailWays } from '@/domain/discussion/told-kinds';
import { ok, type Result } from '@/domain/result';
import { keepMailChoices } from './keep-mail-choices';

const way = z.enum(mailWays);

/** How one wants the news of each group; a group that is left out stays as it is. */
export const ChooseMailsInput = z.strictObject({
  discussion: way.optional(),
  signing: way.optional(),
  publication: way.optional(),
  challenges: way.optional(),
  charter: way.optional(),
});
export type MailChoices = z.output<typeof ChooseMailsInput>;

/** How a person wants to be mailed, group by group, at this desk (SPEC N1). */
export async function chooseMails(
  context: Context,
  input: unknown,
): Promise<Result<MailChoices, AuthorizationRefusal | InputRefusal>> {
  const parsed = parseInput(ChooseMailsInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'notification.read');
  if (!authorized.ok) return authorized;
  const { personId, workspaceId } = authorized.value;
  const choices = Object.fromEntries(groupsInUse.flatMap((group) => (parsed.value[group] ? [[group, parsed.value[group]]] : [])));

  return withTransaction(context, async (tx) => {
    await keepMailChoices(tx, context, { personId, workspaceId, choices });
    return ok(choices);
  });
}
