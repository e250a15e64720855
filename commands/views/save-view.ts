import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { savedViews } from '@/db/schema';
import { parametersOf, readView } from '@/domain/claim/list-view';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { text } from '@/domain/text-input';

export const SaveViewInput = z.strictObject({
  name: text(60),
  /** The parameters of the list's address, as the list itself writes them. */
  parameters: z
    .string()
    .max(2000)
    .refine((value) => new URLSearchParams(parametersOf(readView(new URLSearchParams(value)))).toString() === value),
  sharedWith: z.enum(['nobody', 'party']),
});

/** A bar of names is read at a glance, or not at all. */
const mostViews = 20;

export type SaveViewRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'view-exists'>
  | (Refusal<'too-many-views'> & { limit: number });

/** Gives an address of the list a name (SPEC D8). */
export async function saveView(context: Context, input: unknown): Promise<Result<{ id: string }, SaveViewRefusal>> {
  const parsed = parseInput(SaveViewInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'view.save');
  if (!authorized.ok) return authorized;
  const { workspaceId, personId, party } = authorized.value;
  const { name, parameters } = parsed.value;
  const isShared = parsed.value.sharedWith === 'party';

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const own = and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.personId, personId));
    const [kept] = await tx.select({ n: count() }).from(savedViews).where(own);
    if ((kept?.n ?? 0) >= mostViews) return refuse({ code: 'too-many-views', limit: mostViews });
    const same = await tx
      .select({ id: savedViews.id })
      .from(savedViews)
      .where(and(own, eq(savedViews.name, name)));
    if (same.length > 0) return refuse({ code: 'view-exists', name });
    const id = context.newId();
    await tx
      .insert(savedViews)
      .values({ id, workspaceId, personId, partyId: party.id, name, parameters, isShared, savedAt: context.now });
    await recordEvent(tx, context, { type: 'view.saved', workspaceId, subjectId: id });
    return ok({ id });
  });
}
