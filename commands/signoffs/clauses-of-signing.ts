import type { PartyMember } from '@/commands/authorize';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import type { Signing } from '@/db/queries/signing-of-revision';
import { findingsUnder } from '@/domain/charter/charter-text';
import { checkSigning } from '@/domain/charter/check-signing';
import { faultOfConsent, faultOfSigner } from '@/domain/charter/consent';
import type { ClauseFinding } from '@/domain/charter/finding';
import type { ProofKind } from '@/domain/charter/parameters';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { type Position, signingFacts } from './signing-facts';

export type ClauseRefusal = Refusal & { clause: string; findings: ClauseFinding[] };

/** What the charter says to one person's position on one revision: nothing, or the first clause that is not met and all that are not. */
export function clausesOfSigning(asked: {
  member: PartyMember;
  now: Date;
  confirmedMsAgo: number;
  /** Since the signer declared their interests in this seat (C19). */
  declaredMsAgo: number | undefined;
  proof?: ProofKind | undefined;
  revision: RevisionRow;
  signing: Signing;
  position: Position;
}): Result<undefined, ClauseRefusal> {
  const { signing } = asked;
  // A record that asks other parties than its charter does is nobody's to sign, and no other party's voice is heard on it.
  const fault = faultOfConsent(signing.consent) ?? faultOfSigner(signing.consent.charter, asked.member.party);
  const unmet = [
    ...(fault === undefined ? [] : [fault]),
    ...findingsUnder(signing.charter, checkSigning(signingFacts(asked), signing.charter.parameters)).filter(({ met }) => !met),
  ];
  const [first] = unmet;
  if (first === undefined) return ok(undefined);
  return refuse({ ...first.facts, code: first.code, clause: first.clause, findings: unmet });
}
