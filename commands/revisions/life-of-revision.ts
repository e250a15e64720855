import type { Signing } from '@/db/queries/signing-of-revision';
import type { RevisionLife } from '@/domain/claim/due-step';
import type { RevisionRow } from './load-revision';

type Said = Pick<Signing, 'consent' | 'charter' | 'charterSha256' | 'recordSha256' | 'earlier' | 'made'>;

/** A stored revision with what was signed on it, as the rules look at it. */
export function lifeOfRevision(revision: RevisionRow, signing: Said): RevisionLife {
  const { state, round, signingEndsAt, mediationEndsAt, releasesAt, outcome, frozenAt } = revision;
  const { consent, charter, charterSha256, recordSha256, earlier, made } = signing;
  const moments = made.flatMap(({ at, withdrawnAt }) => [at.getTime(), withdrawnAt?.getTime() ?? 0]);
  return {
    state,
    round,
    clock: { signingEndsAt, mediationEndsAt },
    releasesAt,
    outcome,
    changedAt: new Date(Math.max(frozenAt.getTime(), ...moments)),
    parties: consent.charter,
    signOffs: earlier,
    revision: { sha256: recordSha256, charterSha256 },
    parameters: charter.parameters,
  };
}
