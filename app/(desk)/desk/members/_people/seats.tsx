import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import type { DeskMember } from '@/db/queries/desk/members-of-desk';
import { type InterestDeclaration, interestsOfDesk } from '@/db/queries/interests-of-desk';
import type { PartyRole } from '@/domain/membership/bar-to-seating';
import type { PartyStanding } from '@/domain/policies/actor';
import { loadDesk } from '../../../_frame/load-desk';
import { ChangeSeat } from './change-seat.client';
import { LeaveDesk } from './leave-desk.client';

/** The people of one party, or the stewards. `host` is the party's moderator, who changes roles and removes. */
export async function Seats({
  members,
  roles,
  host,
  standing,
}: {
  members: DeskMember[];
  roles: readonly PartyRole[];
  host: boolean;
  standing?: PartyStanding;
}) {
  const { member, abilities, db } = await loadDesk();
  const declared = await interestsOfDesk(member, db);
  const t = await getTranslations('desk.members');
  const words = await getTranslations('role');
  return (
    <ul className="seats">
      {members.map(({ personId, name, role, partyId }) => (
        <li key={personId}>
          <span>
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            <span className="muted">{words(role)}</span>{' '}
            {personId === member.personId && <span className="chip">{t('you')}</span>}
          </span>
          {partyId !== null && role === 'moderator' && standing === 'signing' && (
            <Interests declared={declared.find((one) => one.personId === personId && one.partyId === partyId)} />
          )}
          {host && role !== 'steward' && (
            <ChangeSeat person={{ id: personId, name, role }} roles={roles} isSelf={personId === member.personId} />
          )}
          {personId === member.personId && abilities['member.leave'] && <LeaveDesk />}
        </li>
      ))}
    </ul>
  );
}

/** What the person in this seat declared, for every member to read (C19, SPEC M31). */
async function Interests({ declared }: { declared: InterestDeclaration | undefined }) {
  const t = await getTranslations('interests');
  if (declared === undefined) return <small className="muted">{t('never')}</small>;
  return (
    <small className="muted">
      {t.rich('declared', { day: () => <DateText at={declared.at} show="day" /> })}{' '}
      {declared.interests === null ? t('nothing') : <bdi>{declared.interests}</bdi>}
    </small>
  );
}
