import type { PartyMember } from '@/commands/authorize';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import { type ClauseRefusal, clausesOfSigning } from '@/commands/signoffs/clauses-of-signing';
import type { RetractionSigning } from '@/db/queries/signing-of-retraction';
import { lists } from '@/domain/charter/charter-text';
import type { ProofKind } from '@/domain/charter/parameters';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import type { RetractionRow } from './load-retraction';

export type RetractionClauses = ClauseRefusal | (Refusal<'no-retraction-here'> & { clause: 'C35' });

/** What the clauses of signing say to one person who would sign a retraction: those of a sign-off, with its proposer in the place of the revision's (SPEC RT2). */
export function clausesOfRetraction({
  retraction,
  revision,
  signed: { signing, approvals },
  ...asked
}: {
  member: PartyMember;
  now: Date;
  retraction: RetractionRow;
  revision: RevisionRow;
  signed: RetractionSigning;
  conflict: 'none' | 'declared' | undefined;
  confirmedMsAgo: number;
  declaredMsAgo: number | undefined;
  proof?: ProofKind;
}): Result<undefined, RetractionClauses | Refusal<'not-your-party'>> {
  if (!lists(signing.charter, 'C35')) return refuse({ code: 'no-retraction-here', clause: 'C35' });
  if (!signing.consent.charter.some(({ id }) => id === asked.member.party.id)) return refuse({ code: 'not-your-party' });
  const { recordSha256, charterSha256 } = signing;
  const clauses = clausesOfSigning({
    ...asked,
    // A retraction has no clock of its own.
    revision: { ...revision, proposedBy: retraction.proposedBy, signingEndsAt: null, mediationEndsAt: null },
    signing: { ...signing, earlier: approvals, corrected: undefined },
    position: { decision: 'approve', conflict: asked.conflict, recordSha256, charterSha256 },
  });
  return clauses.ok ? ok(undefined) : clauses;
}
