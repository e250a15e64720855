import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import type { Tx } from '@/db/handle';
import type { ToldFacts, ToldKind } from '@/domain/discussion/told-kinds';
import type { RevisionRow } from './load-revision';

/** Tells the moderators of every signing party of a step in a revision's life, and whoever else it concerns: numbers, a party and times, never its words. */
export async function tellOfRevision(
  tx: Tx,
  context: Context,
  {
    kind,
    revision: { id: revisionId, workspaceId, claimId, number },
    by,
    facts = {},
    also = [],
  }: {
    kind: ToldKind;
    revision: Pick<RevisionRow, 'id' | 'workspaceId' | 'claimId' | 'number'>;
    by?: PartyMember;
    facts?: ToldFacts;
    also?: readonly string[];
  },
): Promise<void> {
  const moderators = await peopleAt(tx, { workspaceId, who: 'signing-moderators' });
  await tell(tx, context, {
    ...{ kind, workspaceId, claimId, revisionId, by },
    ...{ facts: { revision: number, ...facts }, to: [...moderators, ...also] },
  });
}
