'use client';

import {
  AtSign,
  BookCheck,
  BookX,
  CalendarClock,
  ClipboardList,
  Hand,
  Hourglass,
  Landmark,
  Lock,
  MessageCircleWarning,
  MessageSquareReply,
  ScrollText,
  Signature,
  Undo2,
} from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import { Icon } from '@/components/ui/icon';
import { CommandButton } from '../../../_forms/command-button.client';
import type { NotificationLineProps } from './notification-lines';

const readPath = '/api/v1/notifications/read';

const icons = {
  mentioned: AtSign,
  replied: MessageSquareReply,
  'task-given': ClipboardList,
  'claim-given': ClipboardList,
  'revision-proposed': Signature,
  'sign-off-reminder': Signature,
  'clock-held': Hourglass,
  'deadline-passed': Hourglass,
  'cooling-off': Hourglass,
  'sign-off-withdrawn': Undo2,
  hold: Hand,
  'revision-returned': Undo2,
  'revision-withdrawn': Undo2,
  'revision-expired': CalendarClock,
  published: BookCheck,
  'retraction-proposed': Signature,
  'retraction-ended': Undo2,
  retraction: BookX,
  'challenge-received': MessageCircleWarning,
  'challenge-overdue': CalendarClock,
  'challenge-decided': MessageCircleWarning,
  'charter-proposed': ScrollText,
  'charter-in-force': ScrollText,
  'statement-written': Landmark,
  'task-due': CalendarClock,
  sign: Signature,
} as const;

/** One notification. What is new says so in a word; who follows it has read it. */
export function NotificationLine({ line, timeZone }: { line: NotificationLineProps; timeZone: string }) {
  const t = useTranslations('discussion.notifications');
  const { key, kind, href, isRead, isPrivate, facts, words, party, at, until, dueOn } = line;
  // The page is left at once, so nobody waits for the answer; without one the notification stays new.
  const follow = () =>
    void fetch(readPath, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ keys: [key] }),
    }).catch(() => undefined);
  return (
    <li className={isRead ? 'read' : undefined}>
      <Icon as={icons[kind]} />
      <div>
        <p>
          {!isRead && <Chip>{t('new')}</Chip>} {party !== undefined && <PartyMark {...party} size="sm" />}{' '}
          <Link href={href} prefetch={false} onClick={isRead ? undefined : follow}>
            {t.rich(`line.${kind}`, { ...facts, until: () => until && <DateText at={until} timeZone={timeZone} /> })}
          </Link>
        </p>
        {words !== null && (
          <p className="said" dir="auto">
            {words}
          </p>
        )}
        <p className="muted">
          {isPrivate && (
            <span>
              <Icon as={Lock} /> {t('private')}{' '}
            </span>
          )}
          {dueOn !== undefined && <DateText at={dueOn} />}
          {at !== undefined && <DateText at={at} timeZone={timeZone} />}
        </p>
      </div>
      {!isRead && (
        <CommandButton size="small" look="quiet" action={readPath} body={{ keys: [key] }}>
          {t('read')}
        </CommandButton>
      )}
    </li>
  );
}
