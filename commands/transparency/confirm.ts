import { and, eq, lte, or } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { wake } from '@/commands/revisions/settle-revision';
import type { Tx } from '@/db/handle';
import { revisions, transparencyConfirmations } from '@/db/schema';

/** A party's word that a statement is right, from now on; a publication that waited for it is looked at again (SPEC TR6). */
export async function confirm(tx: Tx, context: Context, member: PartyMember, statementId: string): Promise<void> {
  const { workspaceId, personId, party } = member;
  await tx
    .insert(transparencyConfirmations)
    .values({ id: context.newId(), workspaceId, statementId, partyId: party.id, personId, at: context.now });
  const isDue = or(
    and(eq(revisions.state, 'cooling-off'), lte(revisions.releasesAt, context.now)),
    // Without a cooling-off its last signature leaves it here, and whether it is due is the clock's question.
    eq(revisions.state, 'signing'),
  );
  const due = await tx
    .select({ id: revisions.id, workspaceId: revisions.workspaceId })
    .from(revisions)
    .where(and(eq(revisions.workspaceId, workspaceId), isDue));
  for (const revision of due) await wake(tx, context, revision, context.now);
}
