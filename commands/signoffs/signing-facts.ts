import type { PartyMember } from '@/commands/authorize';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import type { Signing } from '@/db/queries/signing-of-revision';
import { clauseIds } from '@/domain/charter/clauses';
import type { ObjectionGround, SigningFacts } from '@/domain/charter/facts';
import type { ProofKind } from '@/domain/charter/parameters';
import { phaseAt } from '@/domain/claim/signing-clock';

export type Position = {
  decision: SigningFacts['decision'];
  conflict?: SigningFacts['conflict'];
  reason?: string | undefined;
  cites?: string | undefined;
  ground?: ObjectionGround | undefined;
  recordSha256: string;
  charterSha256: string;
};

export function signingFacts({
  member,
  now,
  confirmedMsAgo,
  declaredMsAgo,
  proof,
  revision,
  signing,
  position,
}: {
  member: PartyMember;
  now: Date;
  confirmedMsAgo: number;
  declaredMsAgo: number | undefined;
  proof?: ProofKind | undefined;
  revision: RevisionRow;
  signing: Signing;
  position: Position;
}): SigningFacts {
  const isOwn = ({ personId }: { personId: string }) => personId === member.personId;
  return {
    signer: { personId: member.personId, partyId: member.party.id, party: member.party.name },
    confirmedMsAgo,
    declaredMsAgo,
    conflict: position.conflict,
    // Whose position stands is told that, before anything that keeps them from another one.
    hasDeclaredConflict: !signing.earlier.some(isOwn) && signing.made.some((one) => isOwn(one) && one.hasConflict),
    proof,
    proposedBy: revision.proposedBy,
    authors: signing.authors,
    corrected: signing.corrected,
    revision: { sha256: signing.recordSha256, charterSha256: signing.charterSha256 },
    named: { sha256: position.recordSha256, charterSha256: position.charterSha256 },
    earlier: signing.earlier.map(({ personId, partyId }) => ({ personId, partyId })),
    phase: phaseAt(revision, now),
    decision: position.decision,
    ground: position.ground,
    reason: position.reason,
    cites: position.cites,
    citable: [...clauseIds, ...signing.record.sources.map((source) => `E${source.number}`)],
  };
}
