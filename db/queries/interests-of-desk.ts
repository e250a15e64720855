import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { interestDeclarations } from '@/db/schema';

export type InterestDeclaration = { personId: string; partyId: string; interests: string | null; at: Date };

/** The last declaration of each seat of the desk (C19). One that was made for another party is of another seat. */
export async function interestsOfDesk({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<InterestDeclaration[]> {
  return conn
    .selectDistinctOn([interestDeclarations.personId, interestDeclarations.partyId])
    .from(interestDeclarations)
    .where(eq(interestDeclarations.workspaceId, workspaceId))
    .orderBy(
      interestDeclarations.personId,
      interestDeclarations.partyId,
      desc(interestDeclarations.at),
      desc(interestDeclarations.id),
    );
}

/** The last one of one seat. */
export async function interestsOfSeat(
  seat: { workspaceId: string; personId: string; partyId: string },
  conn: Db | Tx,
): Promise<InterestDeclaration | undefined> {
  const [last] = await conn
    .select()
    .from(interestDeclarations)
    .where(
      and(
        eq(interestDeclarations.workspaceId, seat.workspaceId),
        eq(interestDeclarations.personId, seat.personId),
        eq(interestDeclarations.partyId, seat.partyId),
      ),
    )
    .orderBy(desc(interestDeclarations.at), desc(interestDeclarations.id))
    .limit(1);
  return last;
}
