import { getTranslations } from 'next-intl/server';
import type { DeskMember } from '@/db/queries/desk/members-of-desk';
import type { PartyRole } from '@/domain/membership/bar-to-seating';
import { loadDesk } from '../../../_frame/load-desk';
import { ChangeSeat } from './change-seat.client';
import { LeaveDesk } from './leave-desk.client';

/** The people of one party, or the stewards. `host` is the party's moderator, who changes roles and removes. */
export async function Seats({ members, roles, host }: { members: DeskMember[]; roles: readonly PartyRole[]; host: boolean }) {
  const { member, abilities } = await loadDesk();
  const t = await getTranslations('desk.members');
  const words = await getTranslations('role');
  return (
    <ul className="seats">
      {members.map(({ personId, name, role }) => (
        <li key={personId}>
          <span>
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            <span className="muted">{words(role)}</span>{' '}
            {personId === member.personId && <span className="chip">{t('you')}</span>}
          </span>
          {host && role !== 'steward' && (
            <ChangeSeat person={{ id: personId, name, role }} roles={roles} isSelf={personId === member.personId} />
          )}
          {personId === member.personId && abilities['member.leave'] && <LeaveDesk />}
        </li>
      ))}
    </ul>
  );
}
