import { cache } from 'react';
import { chartersToRatify } from '@/db/queries/desk/charters-to-ratify';
import { listReader } from '@/db/queries/desk/list-reader';
import { waitingCounts } from '@/db/queries/desk/waiting-counts';
import { loadDesk } from './load-desk';

/** What waits at the desk, for the numbers in the frame and for the lists. Read once for all parts of one page. */
export const loadWaiting = cache(async () => {
  const { member, db, workspace, context, abilities } = await loadDesk();
  const reader = await listReader({ member, workspace, now: context.now }, db);
  return {
    reader,
    waiting: abilities['claim.read'] ? await waitingCounts({ reader }, db) : nothingWaits,
    /** An observer waits for nobody and watches who signs. */
    watched: member.party?.standing === 'observing' ? reader.inSigning.length : 0,
    toRatify: (await chartersToRatify({ member }, db)).length,
  };
});

const nothingWaits = { me: 0, us: 0, others: 0, kinds: {}, tasks: 0 };
