import type { PartyMember } from '@/commands/authorize';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import type { RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import type { Tx } from '@/db/handle';
import { attestationsOfRevision } from '@/db/queries/attestations-of-revision';
import type { Signing } from '@/db/queries/signing-of-revision';
import { lists } from '@/domain/charter/charter-text';
import { freshProof } from '@/domain/charter/check-signing';
import type { ProofKind } from '@/domain/charter/parameters';
import { type AttestationFault, faultOfAttestation, momentOf } from '@/domain/record/attestation';
import type { AttestationMoment, Procedure } from '@/domain/record/attestation-kinds';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type AttestationRefusal =
  | RevisionNotOpen
  | AttestationFault
  | Refusal<'not-these-bytes'>
  | Refusal<'not-observing'>
  | Refusal<'attested-already'>
  | (Refusal & { clause: string });

type Asked = {
  member: PartyMember;
  revision: RevisionRow;
  signing: Signing;
  said: { procedure: Procedure; words: string; cites: string | undefined; recordSha256: string; charterSha256: string };
  confirmedMsAgo: number;
  proof?: ProofKind | undefined;
};

/**
 * What keeps a member of an observing party from attesting this revision (SPEC AT1, AT4, AT6), or at which moment of its life they do. It is asked before the
 * statement is made and again before it is stored, with the revision locked.
 */
export async function clausesOfAttesting(
  tx: Tx,
  { member, revision, signing, said, confirmedMsAgo, proof }: Asked,
): Promise<Result<{ moment: AttestationMoment; position: number }, AttestationRefusal>> {
  const { charter, recordSha256, charterSha256, record } = signing;
  const moment = momentOf(revision.state);
  if (moment === undefined) return refuse({ code: 'revision-not-open', state: revision.state });
  // Who observes is what was frozen, whatever the party has become since.
  const isObserving = record.parties.some(({ id, standing }) => id === member.party.id && standing === 'observing');
  if (!isObserving) return refuse({ code: 'not-observing' });
  if (said.recordSha256 !== recordSha256 || said.charterSha256 !== charterSha256) return refuse({ code: 'not-these-bytes' });
  const made = await attestationsOfRevision(revision.id, tx);
  if (made.some((one) => one.partyId === member.party.id && one.moment === moment)) return refuse({ code: 'attested-already' });
  const clauses = charter.clauses.map(({ id }) => id);
  const fault = faultOfAttestation(said, { clauses, limit: lists(charter, 'C28') ? charter.parameters.dissentWords : 0 });
  if (fault !== undefined) return refuse(fault);
  const fresh = freshProof({ confirmedMsAgo, proof }, charter.parameters);
  if (lists(charter, 'C22') && !fresh.met) return refuse({ ...fresh.facts, code: fresh.code, clause: fresh.clause });
  return ok({ moment, position: made.length + 1 });
}
