import type { SealParty } from '@/components/record/seal-words';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { type PartyStanding, standingIn, standingsOf } from '@/domain/claim/outcome';
import type { FrozenRecord } from '@/domain/record/frozen-record';

type Party = FrozenRecord['parties'][number];
export type Signatory = {
  party: Party;
  /** Where the party stands: too few approvals are no position (SPEC O7). */
  standing: PartyStanding;
  /** The sign-off that decides for it. None of a party without a position, unless it abstained or recused itself. */
  signOff: PublicSignOff | undefined;
};

type Signed = { parties: FrozenRecord['parties']; signOffs: PublicSignOff[]; signersPerParty: number };

/**
 * The signing parties of a record in its order, each with the sign-off that decides for it: its approval if it approves, else its dissent. Another moderator of
 * the party may have abstained before, which is neither consent nor refusal (SPEC L4).
 */
export function signatories({ parties, signOffs, signersPerParty }: Signed): Signatory[] {
  const signing = inOrder(parties).filter(({ standing }) => standing === 'signing');
  // What is read as public is bound to these bytes, and one person has one position on them (C22), so each sign-off is a person's.
  const bytes = { sha256: '', charterSha256: '' };
  const said = signOffs.map(({ party, position, decision }) => ({
    ...{ partyId: party, personId: String(position), decision },
    ...bytes,
  }));
  const standings = standingsOf({ parties: signing, signOffs: said, revision: bytes, signersPerParty }, 'over');
  return signing.map((party) => {
    const standing = standingIn(standings, party.id);
    const own = signOffs.filter((signOff) => signOff.party === party.id);
    return { party, standing, signOff: own.findLast(({ decision }) => decides[standing](decision)) };
  });
}

const decides: Record<PartyStanding, (decision: PublicSignOff['decision']) => boolean> = {
  approving: consents,
  dissenting: refuses,
  silent: (decision) => !consents(decision) && !refuses(decision),
};

/** Every sign-off, the parties' in the record's order and each party's own in the order they were made. */
export function inPartyOrder({
  record,
  signOffs,
}: {
  record: Pick<FrozenRecord, 'parties'>;
  signOffs: PublicSignOff[];
}): PublicSignOff[] {
  const places = new Map(record.parties.map(({ id, position }) => [id, position]));
  const placeOf = ({ party }: PublicSignOff) => places.get(party) ?? Number.POSITIVE_INFINITY;
  return signOffs.toSorted((a, b) => placeOf(a) - placeOf(b) || a.position - b.position);
}

export function observers({ parties }: Pick<FrozenRecord, 'parties'>): Party[] {
  return inOrder(parties).filter(({ standing }) => standing === 'observing');
}

export function consents(decision: PublicSignOff['decision']): boolean {
  return decision === 'approve' || decision === 'approve-with-statement';
}

/** A dissent, or an objection that stood when the time for signing was over (SPEC O4). */
export function refuses(decision: PublicSignOff['decision']): boolean {
  return decision === 'dissent' || decision === 'object';
}

export function sealParties(signing: Signatory[]): SealParty[] {
  return signing.map(({ party: { position, letter, name }, signOff }) => ({
    position,
    letter,
    name,
    decision: signOff?.decision ?? null,
  }));
}

function inOrder(parties: Party[]): Party[] {
  return parties.toSorted((a, b) => a.position - b.position);
}
