import type { Member, PartyStanding, Role } from '@/domain/policies/actor';
import type { Refusal } from '@/domain/result';

export type PartyRole = Exclude<Role, 'steward'>;

/** A party as far as its seats go. */
export type PartySeats = {
  id: string;
  name: string;
  standing: PartyStanding;
  /** The open amendment names it, and the charter in force does not: its standing is the one that it would have (SPEC H17). */
  isJoining: boolean;
  moderators: number;
  members: number;
};

export type SeatingRefusal =
  | (Refusal<'not-your-party'> & { party: string })
  | (Refusal<'stewards-invite-no-more'> & { party: string })
  | (Refusal<'party-is-led'> & { party: string })
  | Refusal<'first-is-moderator'>
  | (Refusal<'role-not-of-party'> & { role: string });

const roles: Record<PartyStanding, readonly PartyRole[]> = {
  signing: ['moderator', 'checker'],
  observing: ['moderator', 'observer'],
  outside: [],
};

/** The roles that a party's people have. */
export function rolesOf(standing: PartyStanding): readonly PartyRole[] {
  return roles[standing];
}

/**
 * Why somebody may not give this seat of this party, or undefined (SPEC M4). It is asked when an invitation is made and, for one of the steward's, again when
 * it is accepted: a party that is led by then, or a charter in force, has outlived it. A party that joins is seated as one was before the first charter.
 */
export function barToSeating(
  by: Pick<Member, 'role'> & { party: { id: string } | null },
  { party, role, inForce }: { party: PartySeats; role: PartyRole; inForce: boolean },
): SeatingRefusal | undefined {
  if (!rolesOf(party.standing).includes(role)) return { code: 'role-not-of-party', role };
  if (by.role !== 'steward') {
    return by.role === 'moderator' && by.party?.id === party.id ? undefined : { code: 'not-your-party', party: party.name };
  }
  if (inForce && !party.isJoining) return { code: 'stewards-invite-no-more', party: party.name };
  if (party.moderators > 0) return { code: 'party-is-led', party: party.name };
  return role === 'moderator' ? undefined : { code: 'first-is-moderator' };
}
