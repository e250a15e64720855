import type { RevisionInSigning } from '@/db/queries/desk/revisions-in-signing';
import type { PartyStanding } from '@/domain/policies/actor';

/** Whether a revision waits for a party's word. An abstention does not end the wait: another moderator of that party may still approve (SPEC L4). */
export function waitsFor(
  revision: Pick<RevisionInSigning, 'signOffs'>,
  party: { id: string; standing: PartyStanding } | null,
): boolean {
  if (party?.standing !== 'signing') return false;
  return !revision.signOffs.some((signOff) => signOff.partyId === party.id && signOff.decision !== 'abstain');
}
