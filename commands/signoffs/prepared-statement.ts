import { and, eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Tx } from '@/db/handle';
import { signOffNonces } from '@/db/schema';

/** The bytes that were made and shown with this nonce, to this person and for this revision, whether or not they were signed since; undefined when there are none. */
export async function preparedStatement(
  tx: Tx,
  member: PartyMember,
  { nonce, revisionId }: { nonce: string; revisionId: string },
): Promise<Uint8Array | undefined> {
  const [row] = await tx
    .select({ statement: signOffNonces.statement })
    .from(signOffNonces)
    .where(
      and(eq(signOffNonces.nonce, nonce), eq(signOffNonces.revisionId, revisionId), eq(signOffNonces.personId, member.personId)),
    );
  return row?.statement ?? undefined;
}
