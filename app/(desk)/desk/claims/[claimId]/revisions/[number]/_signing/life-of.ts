import { lifeOfRevision } from '@/commands/revisions/life-of-revision';
import type { DeskMadeSignOff, DeskRevision, DeskSignOff } from '@/db/queries/desk/revision-of-desk';
import type { Charter } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';
import type { SignOffFacts } from '@/domain/charter/facts';
import type { RevisionLife } from '@/domain/claim/due-step';

/** What the page needs to know of a revision to say where it stands. */
export type LivingRevision = Pick<
  DeskRevision,
  'state' | 'round' | 'signingEndsAt' | 'mediationEndsAt' | 'releasesAt' | 'outcome' | 'frozenAt' | 'sha256' | 'signOffs'
> & {
  made: readonly Pick<DeskMadeSignOff, 'partyId' | 'decision' | 'at' | 'withdrawn'>[];
  charter: { sha256: string; charter: Pick<Charter, 'parties' | 'parameters'> };
};

/** A revision as the clock looks at it, so that what a page says of its future is what the clock will do (SPEC L22). */
export function lifeOf(revision: LivingRevision): RevisionLife {
  const { sha256, charter, signOffs, made } = revision;
  return lifeOfRevision(revision, {
    consent: { charter: signingParties(charter.charter) },
    charter: charter.charter,
    charterSha256: charter.sha256,
    recordSha256: sha256,
    earlier: signOffs.map((signOff) => factsOf(signOff, revision)),
    made: made.map(({ at, withdrawn }) => ({ at, withdrawnAt: withdrawn === null ? null : withdrawn.at })),
  });
}

/** What counts of a sign-off. Every stored one is of these bytes: the command refuses any other (C23). */
export function factsOf(
  { partyId, personId, decision }: Pick<DeskSignOff, 'partyId' | 'personId' | 'decision'>,
  { sha256, charter }: Pick<LivingRevision, 'sha256' | 'charter'>,
): SignOffFacts {
  return { partyId, personId, decision, sha256, charterSha256: charter.sha256 };
}
