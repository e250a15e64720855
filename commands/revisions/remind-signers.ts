import type { Context } from '@/commands/command';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import type { Tx } from '@/db/handle';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { barsToSigning } from '@/domain/charter/check-signing';
import { standingsOf } from '@/domain/claim/outcome';
import { lifeOfRevision } from './life-of-revision';
import type { RevisionRow } from './load-revision';

/** Reminds of a signature those who can still give one for a party that has no position yet (C25), and nobody whom the charter keeps from it (SPEC H6). */
export async function remindSigners(tx: Tx, context: Context, revision: RevisionRow): Promise<void> {
  const { id: revisionId, workspaceId, claimId, number, signingEndsAt, proposedBy } = revision;
  const signing = await signingOfRevision(revision, tx);
  const { parameters } = signing.charter;
  const { signersPerParty } = parameters;
  const { silent } = standingsOf({ ...lifeOfRevision(revision, signing), signersPerParty }, 'signing');
  const people = await peopleAt(tx, { workspaceId, who: { moderatorsOf: silent.map(({ id }) => id) } });
  const { authors, earlier, corrected } = signing;
  const to = people.filter(
    (personId) => barsToSigning({ signer: { personId }, proposedBy, authors, earlier, corrected }, parameters).length === 0,
  );
  const until = signingEndsAt?.toISOString();
  await tell(tx, context, {
    ...{ kind: 'sign-off-reminder', workspaceId, claimId, revisionId, to },
    facts: { revision: number, ...(until === undefined ? {} : { until }) },
  });
}
