import {
  Activity,
  Archive,
  Bell,
  ChartBarStacked,
  Inbox,
  Landmark,
  ListChecks,
  LogOut,
  ScrollText,
  Send,
  Signature,
  Users,
} from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Crumb, type DeskLink, DeskShell } from '@/components/layout/desk-shell';
import { Icon } from '@/components/ui/icon';
import type { Permission } from '@/domain/policies/permissions';
import { CommandMenu } from '../_menu/command-menu.client';
import { DeskWords } from './desk-words';
import { loadDesk, partyRef } from './load-desk';
import { loadWaiting } from './load-waiting';
import { NotificationBell } from './notification-bell';
import type { PageWords } from './page-words';
import { SignOut } from './sign-out.client';

const places = {
  tasks: { href: '/desk', icon: Inbox, needs: 'claim.list' },
  claims: { href: '/desk/claims', icon: ListChecks, needs: 'claim.list' },
  review: { href: '/desk/review', icon: Signature, needs: 'revision.read' },
  sources: { href: '/desk/sources', icon: Archive, needs: 'source.read' },
  charter: { href: '/desk/charter', icon: ScrollText, needs: 'charter.read' },
  members: { href: '/desk/members', icon: Users, needs: 'members.read' },
  transparency: { href: '/desk/transparency', icon: Landmark, needs: 'transparency.read' },
  parity: { href: '/desk/parity', icon: ChartBarStacked, needs: 'events.read' },
  activity: { href: '/desk/activity', icon: Activity, needs: 'events.read' },
  outbox: { href: '/desk/outbox', icon: Send, needs: 'mail.read' },
  // In the bar, beside the search, and not among the places at the side.
  notifications: { href: '/desk/notifications', icon: Bell, needs: 'notification.read' },
} as const satisfies Record<string, { href: string; icon: typeof Inbox; needs: Permission }>;
export type Place = keyof typeof places;

/** The frame of one page of the desk: only the places that this member may go to, with what waits there. */
export async function DeskPage({
  place,
  crumbs = [],
  end,
  words,
  children,
}: {
  place: Place;
  /** Which sentences the page's own scripts say; all of them unless it is named. */
  words?: PageWords;
  crumbs?: Crumb[];
  end?: ReactNode;
  children: ReactNode;
}) {
  const { member, workspace, abilities } = await loadDesk();
  const t = await getTranslations('desk.nav');
  const roles = await getTranslations('role');
  const { counts, waiting, watched, toRatify, toReview, retractions, challenges, todos, unread } = await loadWaiting();
  const numbers: Partial<Record<Place, number>> = {
    tasks: waiting.tasks + watched + retractions + challenges + toRatify + todos,
    claims: counts.claims,
    review: toReview,
    sources: counts.sources,
  };
  const nav: DeskLink[] = placeNames.flatMap((name) => {
    const { href, icon, needs } = places[name];
    return abilities[needs]
      ? [{ href, label: t(name), icon: <Icon as={icon} />, count: numbers[name], current: name === place }]
      : [];
  });
  const here: Crumb[] = crumbs.length === 0 ? [{ label: t(place) }] : [{ label: t(place), href: places[place].href }, ...crumbs];
  const shell = (
    <DeskShell
      home="/desk"
      demo={workspace.demonstration}
      nav={nav}
      crumbs={here}
      end={
        <>
          <CommandMenu
            pages={nav.map(({ href, label }) => ({ href, label }))}
            canSubmit={abilities['claim.submit']}
            canSearch={abilities['claim.read']}
            isWaitedFor={abilities['record.edit']}
          />
          {abilities['notification.read'] && <NotificationBell unread={unread} />}
          {end}
        </>
      }
      person={{
        name: member.name,
        role: member.party === null ? roles(member.role) : t('seat', { party: member.party.name, role: roles(member.role) }),
        party: member.party === null ? undefined : partyRef(member.party),
        href: '/account',
        end: <SignOut personId={member.personId} icon={<Icon as={LogOut} mirrored />} />,
      }}
    >
      {children}
    </DeskShell>
  );
  return <DeskWords of={words}>{shell}</DeskWords>;
}

const placeNames = [
  'tasks',
  'claims',
  'review',
  'sources',
  'charter',
  'members',
  'transparency',
  'parity',
  'activity',
  'outbox',
] as const satisfies readonly Place[];
