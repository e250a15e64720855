import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { memberships, people } from '@/db/schema';
import { rolesOf } from '@/domain/membership/bar-to-seating';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { isLocale } from '@/platform/interface-languages';
import { hashPassword } from '@/platform/password';
import { borrowedNames } from './borrowed-names';
import { NewPerson } from './person-input';

export const AddMemberInput = NewPerson.extend({
  role: z.enum(['checker', 'moderator', 'observer']),
  locale: z.string().refine(isLocale),
});

export type AddMemberRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'email-taken'>
  | (Refusal<'role-not-of-party'> & { role: string });

/**
 * Adds a person to the moderator's own party: nobody fills another party's seats (PRODUCT C39), a steward's neither. An observing party has moderators and
 * observers, a signing one moderators and checkers.
 */
export async function addMember(context: Context, input: unknown): Promise<Result<{ personId: string }, AddMemberRefusal>> {
  const parsed = parseInput(AddMemberInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'member.add');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  if (member.role !== 'moderator') return refuse({ code: 'not-allowed', permission: 'member.add' as const });
  const { name, email, password, role, locale } = parsed.value;
  if (!rolesOf(member.party.standing).includes(role)) return refuse({ code: 'role-not-of-party', role });
  const passwordHash = await hashPassword(password);

  return withTransaction(context, async (tx) => {
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    if (known !== undefined) return refuse({ code: 'email-taken' });
    const { parties } = await deskWorkspace(member, tx);
    const issues = borrowedNames([{ field: 'name', name, own: member.party }], parties);
    if (issues.length > 0) return refuse({ code: 'invalid-input' as const, issues });
    const personId = context.newId();
    await tx.insert(people).values({ id: personId, email, passwordHash, name, publicName: null, locale, createdAt: context.now });
    await tx.insert(memberships).values({
      id: context.newId(),
      workspaceId: member.workspaceId,
      personId,
      partyId: member.party.id,
      role,
      createdAt: context.now,
    });
    await recordEvent(tx, context, {
      type: 'member.added',
      workspaceId: member.workspaceId,
      subjectId: personId,
      facts: { role, party: member.party.name },
    });
    return ok({ personId });
  });
}
