import type { Signing } from '@/db/queries/signing-of-revision';
import type { RevisionLife } from '@/domain/claim/due-step';
import type { RevisionRow } from './load-revision';

type Stored = Pick<RevisionRow, 'state' | 'round' | 'signingEndsAt' | 'mediationEndsAt' | 'releasesAt' | 'outcome' | 'frozenAt'>;
type Said = Pick<Signing, 'charterSha256' | 'recordSha256' | 'earlier'> & {
  charter: Pick<Signing['charter'], 'parameters'>;
  consent: Pick<Signing['consent'], 'charter'>;
  made: readonly Pick<Signing['made'][number], 'at' | 'withdrawnAt'>[];
};

/** A stored revision with what was signed on it, as the rules look at it: those who change it and those who are only shown where it stands. */
export function lifeOfRevision(revision: Stored, signing: Said): RevisionLife {
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
