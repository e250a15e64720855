import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { interestsOfSeat } from '@/db/queries/interests-of-desk';

/** How long ago a member declared their interests in the seat they sign from (C19); undefined for who never did. */
export async function declaredMsAgo(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  { workspaceId, personId, party }: PartyMember,
): Promise<number | undefined> {
  const declared = await interestsOfSeat({ workspaceId, personId, partyId: party.id }, tx);
  return declared && now.getTime() - declared.at.getTime();
}
