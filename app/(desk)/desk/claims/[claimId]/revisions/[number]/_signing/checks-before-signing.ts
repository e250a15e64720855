import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { findingsUnder } from '@/domain/charter/charter-text';
import { checkSigning } from '@/domain/charter/check-signing';
import type { ClauseFinding } from '@/domain/charter/finding';
import { phaseAt } from '@/domain/claim/signing-clock';
import type { Member } from '@/domain/policies/actor';

/** What the clauses of signing say of this member before any position is chosen. The command asks again when it is sent; this is for reading. */
export function checksBeforeSigning(
  revision: DeskRevision,
  member: Member,
  { now, declaredAt }: { now: Date; declaredAt: Date | undefined },
): ClauseFinding[] {
  const named = { sha256: revision.sha256, charterSha256: revision.charter.sha256 };
  const findings = findingsUnder(
    revision.charter.charter,
    checkSigning(
      {
        signer: { personId: member.personId, partyId: member.party?.id ?? '', party: member.party?.name ?? '' },
        confirmedMsAgo: now.getTime() - member.confirmedAt.getTime(),
        declaredMsAgo: declaredAt && now.getTime() - declaredAt.getTime(),
        // Asked beside the position.
        conflict: 'none',
        proposedBy: revision.proposedBy,
        authors: revision.authors,
        corrected: revision.corrected,
        revision: named,
        named,
        earlier: revision.signOffs.map(({ personId, partyId }) => ({ personId, partyId })),
        phase: phaseAt(revision, now),
        decision: 'approve',
        ground: undefined,
        reason: undefined,
        cites: undefined,
        citable: [],
      },
      revision.charter.charter.parameters,
    ),
  );
  // Reasons are asked for, and their words counted, beside the position that needs one.
  return findings.filter(({ clause }) => clause !== 'C26' && clause !== 'C28');
}
