import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { notifications } from '@/db/schema';
import type { ToldKind } from '@/domain/discussion/notification';

type About = { kind: ToldKind; claimId: string; commentId?: string; taskId?: string };

/** Tells people what a member did, in the transaction that did it (SPEC K9). Nobody is told of their own doing. */
export async function notify(
  tx: Tx,
  context: Context,
  { by, to, about }: { by: PartyMember; to: Iterable<string>; about: About },
): Promise<void> {
  const told = [...new Set(to)].filter((personId) => personId !== by.personId);
  if (told.length === 0) return;
  const { workspaceId, personId: byPerson, party } = by;
  await tx.insert(notifications).values(
    told.map((personId) => ({
      ...about,
      id: context.newId(),
      workspaceId,
      personId,
      byPerson,
      byParty: party.id,
      at: context.now,
    })),
  );
}
