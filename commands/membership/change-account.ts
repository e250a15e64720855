import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { people } from '@/db/schema';
import { ok, type Result, refuse } from '@/domain/result';
import { optionalLine } from '@/domain/text-input';
import { isLocale } from '@/platform/interface-languages';
import { borrowedNames } from './borrowed-names';

/** A public name that is left out is taken back: signatures then read "Moderator, <party>". */
export const ChangeAccountInput = z.strictObject({ publicName: optionalLine(80), locale: z.string().refine(isLocale) });

/** The name that one's coming signatures carry in public, never another party's (SPEC A8), and the language of one's desk. What is signed already keeps its name. */
export async function changeAccount(
  context: Context,
  input: unknown,
): Promise<Result<{ publicName: string | null; locale: string }, AuthorizationRefusal | InputRefusal>> {
  const parsed = parseInput(ChangeAccountInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'account.change');
  if (!authorized.ok) return authorized;
  const { personId, workspaceId, party } = authorized.value;
  const account = { publicName: parsed.value.publicName ?? null, locale: parsed.value.locale };

  return withTransaction(context, async (tx) => {
    const { parties } = await deskWorkspace({ workspaceId }, tx);
    const given = { field: 'publicName', name: account.publicName ?? '', own: party ?? undefined };
    const issues = borrowedNames([given], parties);
    if (issues.length > 0) return refuse({ code: 'invalid-input' as const, issues });
    await tx.update(people).set(account).where(eq(people.id, personId));
    await recordEvent(tx, context, { type: 'account.changed', workspaceId, subjectId: personId });
    return ok(account);
  });
}
