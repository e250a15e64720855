import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { signOffProofs } from '@/db/schema';
import type { Proved } from './prove-signer';

/** Keeps beside a sign-off how its signer proved that it was they, in the same transaction: one for each, never changed. */
export async function keepProof(
  tx: Tx,
  { now }: Context,
  { workspaceId }: PartyMember,
  { signOffId, proved }: { signOffId: string; proved: Proved },
): Promise<void> {
  await tx.insert(signOffProofs).values({ signOffId, workspaceId, ...proved, at: now });
}
