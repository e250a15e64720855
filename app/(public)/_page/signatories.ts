import type { SealParty } from '@/components/record/seal-words';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import type { FrozenRecord } from '@/domain/record/frozen-record';

type Party = FrozenRecord['parties'][number];
export type Signatory = { party: Party; signOff: PublicSignOff | undefined };

/**
 * The signing parties of a record in its order, each with the sign-off that decides for it: its approval if there is one, else its last word. Another
 * moderator of the party may have abstained before, which is neither consent nor refusal (SPEC L4).
 */
export function signatories({ parties }: Pick<FrozenRecord, 'parties'>, signOffs: PublicSignOff[]): Signatory[] {
  return inOrder(parties)
    .filter(({ standing }) => standing === 'signing')
    .map((party) => {
      const own = signOffs.filter((signOff) => signOff.party === party.id);
      return { party, signOff: own.findLast(({ decision }) => consents(decision)) ?? own.at(-1) };
    });
}

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
