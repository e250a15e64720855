import { and, eq, isNull } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Tx } from '@/db/handle';
import { partyExits } from '@/db/schema';

/** What a party's moderator has declared and no second one has confirmed. */
export async function openExit(
  tx: Tx,
  { party }: Pick<PartyMember, 'party'>,
): Promise<typeof partyExits.$inferSelect | undefined> {
  const [exit] = await tx
    .select()
    .from(partyExits)
    .where(and(eq(partyExits.partyId, party.id), isNull(partyExits.leftAt), isNull(partyExits.withdrawnAt)))
    .for('update');
  return exit;
}
