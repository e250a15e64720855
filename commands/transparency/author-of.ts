import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import type { Actor } from '@/domain/policies/actor';
import { ok, type Result, refuse } from '@/domain/result';
import { isOfParty, type Section } from '@/domain/transparency/sections';

/** The moderator who may write or confirm for their party. One of an observing party sits as an observer, so the role is looked at too. */
export function authorOf(actor: Actor): Result<PartyMember, AuthorizationRefusal> {
  const authorized = authorizeParty(actor, 'transparency.write');
  if (!authorized.ok || authorized.value.role === 'moderator') return authorized;
  return refuse({ code: 'not-allowed', permission: 'transparency.write' });
}

/** Each party speaks of its own members and funding; of the desk those speak that sign (SPEC TR1). */
export function mayWriteOf(section: Section, { party }: PartyMember): Result<{ partyId: string | null }, AuthorizationRefusal> {
  if (isOfParty(section)) return ok({ partyId: party.id });
  return party.standing === 'signing' ? ok({ partyId: null }) : refuse({ code: 'not-allowed', permission: 'transparency.write' });
}
