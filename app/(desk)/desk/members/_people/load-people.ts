import { byName } from '@/components/ui/by-name';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { invitationsOfDesk } from '@/db/queries/desk/invitations-of-desk';
import { membersOfDesk } from '@/db/queries/desk/members-of-desk';
import { seatsOfParties } from '@/db/queries/seats-of-parties';
import { barToSeating, type PartyRole, rolesOf } from '@/domain/membership/bar-to-seating';
import { loadDesk } from '../../../_frame/load-desk';

/** The people of the desk, the seats that are offered, and what the reader may do in each party: decided by the rules that the commands ask (SPEC M4, M5). */
export async function loadPeople() {
  const { member, db, context, abilities } = await loadDesk();
  const hostOf = member.role === 'moderator' && abilities['member.change'] ? member.party?.id : undefined;
  const mayRevoke = ({ partyId, bySteward }: { partyId: string; bySteward: boolean }) =>
    partyId === hostOf || (bySteward && member.role === 'steward');
  const members = (await membersOfDesk(member, db)).toSorted(byName(member.locale));
  const { workspaceId } = member;
  const invitations = await invitationsOfDesk({ workspaceId, now: context.now, sees: mayRevoke }, db);
  const inForce = (await charterInForce(member, db)) !== undefined;
  const seats = await seatsOfParties(member, db);

  /** `invites` holds the roles that the reader may offer there, `roles` those that the party's people have. */
  function rightsIn(partyId: string): { host: boolean; invites: PartyRole[]; roles: readonly PartyRole[] } {
    const party = seats.find(({ id }) => id === partyId);
    const roles = party === undefined ? [] : rolesOf(party.standing);
    const invites = roles.filter(
      (role) => abilities['member.invite'] && party !== undefined && barToSeating(member, { party, role, inForce }) === undefined,
    );
    return { host: partyId === hostOf, invites, roles };
  }
  const seatsOf = ({ id }: { id: string }) => seats.find((party) => party.id === id);
  const isJoining = (party: { id: string }) => seatsOf(party)?.isJoining ?? false;
  /** A party outside the charter is told of while somebody sits for it, or may. */
  const isSeated = (party: { id: string }) => seatsOf(party)?.standing !== 'outside' || (seatsOf(party)?.members ?? 0) > 0;
  return { members, invitations, mayRevoke, rightsIn, isJoining, isSeated };
}

export type People = Awaited<ReturnType<typeof loadPeople>>;
