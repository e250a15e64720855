import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { documentVersions } from '@/db/schema';

type Moment = { document: string; seq: number } & ({ kind: 'named'; name: string } | { kind: 'restored'; restoredSeq: number });

/** Keeps a moment of a record, or of a party's notes, that somebody named or restored (PROTOCOL P45). */
export async function insertVersion(tx: Tx, context: Context, member: PartyMember, moment: Moment): Promise<void> {
  const { workspaceId, personId, party } = member;
  await tx
    .insert(documentVersions)
    .values({ id: context.newId(), workspaceId, ...moment, personId, partyId: party.id, at: context.now });
}
