import type { Actor, Member } from '@/domain/policies/actor';
import { may, type Permission } from '@/domain/policies/permissions';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type AuthorizationRefusal = Refusal<'not-signed-in'> | (Refusal<'not-allowed'> & { permission: Permission });
/** A member who acts for a party; a steward never is one. */
export type PartyMember = Member & { party: NonNullable<Member['party']> };

/** The member behind the actor, if the permission table lets that seat do it (SPEC A2). */
export function authorize(actor: Actor, permission: Permission): Result<Member, AuthorizationRefusal> {
  if (actor.kind !== 'member') return refuse({ code: 'not-signed-in' });
  return may(actor, permission) ? ok(actor) : refuse({ code: 'not-allowed', permission });
}

/** The same for what is done in a party's name. */
export function authorizeParty(actor: Actor, permission: Permission): Result<PartyMember, AuthorizationRefusal> {
  const authorized = authorize(actor, permission);
  if (!authorized.ok) return authorized;
  const { party } = authorized.value;
  return party === null ? refuse({ code: 'not-allowed', permission }) : ok({ ...authorized.value, party });
}
