import type { DeskRevision, DeskSignOff } from '@/db/queries/desk/revision-of-desk';
import { isApproval } from '@/domain/charter/approvals';
import type { CharterParameters, SignOffFacts } from '@/domain/charter/facts';
import { outcomeOf } from '@/domain/claim/outcome';

export type SigningState = {
  /** What this person has said of the revision. */
  own: DeskSignOff | undefined;
  /** The last word of the person's party, whoever gave it. */
  ofParty: DeskSignOff | undefined;
  /** Names of the signing parties that have approved, and of those that have not, in the charter's order. */
  approved: string[];
  waiting: string[];
  /** Whether an approval by this person would be the last one: it publishes in the same moment (C21, C30). */
  publishes: boolean;
};

type Asked = Pick<DeskRevision, 'signOffs' | 'sha256'> & {
  record: Pick<DeskRevision['record'], 'parties'>;
  charter: { sha256: string; charter: { parameters: Pick<CharterParameters, 'signersPerParty'> } };
};

/** Where the signing stands for one member. Asked of the same function that decides when the signature is made. */
export function signingState(revision: Asked, member: { personId: string; party: { id: string } | null }): SigningState {
  const { signOffs, record } = revision;
  const partyId = member.party?.id;
  const parties = record.parties.filter(({ standing }) => standing === 'signing');
  const made = signOffs.map((signOff) => factsOf(signOff, revision));
  const hasApproved = (id: string) => signOffs.some((signOff) => signOff.partyId === id && isApproval(signOff.decision));
  const approval = { partyId: partyId ?? '', personId: member.personId, decision: 'approve' as const };
  return {
    own: signOffs.find(({ personId }) => personId === member.personId),
    ofParty: signOffs.findLast((signOff) => signOff.partyId === partyId),
    approved: parties.filter(({ id }) => hasApproved(id)).map(({ name }) => name),
    waiting: parties.filter(({ id }) => !hasApproved(id)).map(({ name }) => name),
    publishes:
      outcomeOf(
        {
          parties,
          signOffs: [...made, factsOf(approval, revision)],
          revision: bytesOf(revision),
          signersPerParty: revision.charter.charter.parameters.signersPerParty,
        },
        'signing',
      ) !== undefined,
  };
}

function factsOf(
  { partyId, personId, decision }: Pick<DeskSignOff, 'partyId' | 'personId' | 'decision'>,
  revision: Asked,
): SignOffFacts {
  return { partyId, personId, decision, ...bytesOf(revision) };
}

function bytesOf({ sha256, charter }: Asked): { sha256: string; charterSha256: string } {
  return { sha256, charterSha256: charter.sha256 };
}
