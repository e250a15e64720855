import type { Db } from '@/db/handle';
import { may } from '@/domain/policies/permissions';
import type { ListReader } from './claim-list';
import { countUnreadTold } from './told-notifications';
import { countUnreadWaiting } from './waiting-notifications';

/** How many notifications a person has not read: the number on the bell. */
export async function unreadNotifications({ reader }: { reader: ListReader }, conn: Db): Promise<number> {
  const { member } = reader;
  if (!may(member, 'notification.read')) return 0;
  const [waiting, told] = await Promise.all([countUnreadWaiting({ reader }, conn), countUnreadTold({ member }, conn)]);
  return waiting + told;
}
