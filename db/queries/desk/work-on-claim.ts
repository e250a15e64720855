import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claimAssignments, claims, people } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';

export type ClaimWork = {
  /** The claim's own date, the same for all parties (SPEC D3). */
  dueOn: string | null;
  /** Who of the reader's party has it in hand; no other party's is in here (SPEC D4). */
  assignee: { personId: string; name: string } | null;
};

/** By when a claim is to be done, and who of the reader's party has it in hand. */
export async function workOnClaim({ claimId, member }: { claimId: string; member: Member }, conn: Db): Promise<ClaimWork> {
  const [row] = await conn
    .select({ dueOn: claims.dueOn, personId: people.id, name: people.name })
    .from(claims)
    .leftJoin(
      claimAssignments,
      and(eq(claimAssignments.claimId, claims.id), sql`${claimAssignments.partyId} = ${member.party?.id ?? null}::uuid`),
    )
    .leftJoin(people, eq(people.id, claimAssignments.personId))
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, member.workspaceId)));
  const { dueOn = null, personId = null, name = null } = row ?? {};
  return { dueOn, assignee: personId === null || name === null ? null : { personId, name } };
}
