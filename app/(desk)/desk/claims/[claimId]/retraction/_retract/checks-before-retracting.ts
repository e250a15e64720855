import type { DeskRetraction, RetractionsOfDesk } from '@/db/queries/desk/retraction-of-desk';
import { findingsUnder } from '@/domain/charter/charter-text';
import { barsToSigning, interestsOfSigner } from '@/domain/charter/check-signing';
import type { ClauseId } from '@/domain/charter/clauses';
import type { ClauseFinding } from '@/domain/charter/finding';
import type { CharterParameters } from '@/domain/charter/parameters';

type Published = Pick<NonNullable<RetractionsOfDesk['published']>, 'work'> & {
  charter: { clauses: readonly { id: ClauseId }[]; parameters: CharterParameters };
};

/** What keeps this person from signing a retraction, and what they could mend first, before anything is pressed. The command asks again (SPEC H6, RT2). */
export function checksBeforeRetracting(
  { charter, work }: Published,
  retraction: Pick<DeskRetraction, 'proposedBy' | 'signOffs'>,
  { personId, declaredMsAgo }: { personId: string; declaredMsAgo: number | undefined },
): { bars: ClauseFinding[]; mustDeclare: boolean } {
  const { proposedBy, signOffs: earlier } = retraction;
  const facts = { signer: { personId }, proposedBy, authors: work.authors, corrected: undefined, earlier };
  // Whether there is a conflict in this claim is asked beside the button.
  const interests = interestsOfSigner(
    { declaredMsAgo, conflict: 'none', hasDeclaredConflict: false, decision: 'approve' },
    charter.parameters,
  );
  return {
    bars: findingsUnder(charter, barsToSigning(facts, charter.parameters)),
    mustDeclare: findingsUnder(charter, [interests]).some(({ met }) => !met),
  };
}
