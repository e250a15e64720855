import { cache } from 'react';
import { chartersToRatify } from '@/db/queries/desk/charters-to-ratify';
import { listReader } from '@/db/queries/desk/list-reader';
import { navCounts } from '@/db/queries/desk/nav-counts';
import { countTodos } from '@/db/queries/desk/todos-of-member';
import { unreadNotifications } from '@/db/queries/desk/unread-notifications';
import { waitingCounts } from '@/db/queries/desk/waiting-counts';
import { loadDesk } from './load-desk';

/** The reader of this page, as everything that waits is asked for. */
export const loadReader = cache(async () => {
  const { member, db, workspace, context } = await loadDesk();
  return listReader({ member, workspace, now: context.now }, db);
});

/** What waits at the desk, for the numbers in the frame and for the lists. Read once for all parts of one page. */
export const loadWaiting = cache(async () => {
  const { member, db, abilities } = await loadDesk();
  const reader = await loadReader();
  const [counts, waiting, charters, todos, unread] = await Promise.all([
    navCounts(member, db),
    abilities['claim.read'] ? waitingCounts({ reader }, db) : nothingWaits,
    chartersToRatify({ member }, db),
    countTodos({ member }, db),
    unreadNotifications({ reader }, db),
  ]);
  return {
    counts,
    waiting,
    /** An observer waits for nobody and watches who signs. */
    watched: member.party?.standing === 'observing' ? reader.inSigning.length : 0,
    toRatify: charters.length,
    /** What the member was asked to do and has not done (SPEC K7). */
    todos,
    /** The number on the bell (SPEC K9). */
    unread,
  };
});

const nothingWaits = { me: 0, us: 0, others: 0, kinds: {}, tasks: 0 };
