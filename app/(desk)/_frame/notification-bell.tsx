import { Bell } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

/** Above this the number says no more than that there are many. */
const mostShown = 99;

/** The way to what a person is told, with how much of it is new. The page is read again at each change of the desk, so the number is live. */
export async function NotificationBell({ unread }: { unread: number }) {
  const t = await getTranslations('discussion.notifications');
  return (
    <>
      <ButtonLink
        look="quiet"
        size="small"
        className="bell"
        href="/desk/notifications"
        icon={<Icon as={Bell} />}
        aria-label={t('bell', { count: unread })}
        title={t('bell', { count: unread })}
        prefetch={false}
      >
        {unread > 0 && (
          <span className="n" aria-hidden="true">
            {unread > mostShown ? `${mostShown}+` : unread}
          </span>
        )}
      </ButtonLink>
      <VisuallyHidden>
        <span role="status">{unread > 0 && t('unread', { count: unread })}</span>
      </VisuallyHidden>
    </>
  );
}
