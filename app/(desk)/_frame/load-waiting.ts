import { cache } from 'react';
import { listReader } from '@/db/queries/desk/list-reader';
import { navCounts } from '@/db/queries/desk/nav-counts';
import { openWords, ownWords } from '@/db/queries/desk/open-words';
import { countTodos } from '@/db/queries/desk/todos-of-member';
import { unreadNotifications } from '@/db/queries/desk/unread-notifications';
import { type WaitingCounts, waitingCounts } from '@/db/queries/desk/waiting-counts';
import { loadDesk } from './load-desk';

/** The reader of this page, as everything that waits is asked for. */
export const loadReader = cache(async () => {
  const { member, db, workspace, context } = await loadDesk();
  return listReader({ member, workspace, now: context.now }, db);
});

/** What waits for words beside the revisions, for every part of a page that shows or counts it. */
export const loadWords = cache(async () => {
  const { member, db, context } = await loadDesk();
  return openWords({ member, now: context.now }, db);
});

/** What waits at the desk, for the numbers in the frame and for the lists. Read once for all parts of one page. */
export const loadWaiting = cache(async () => {
  const { member, db, abilities } = await loadDesk();
  const reader = await loadReader();
  const [counts, waiting, words, todos, unread] = await Promise.all([
    navCounts(member, db),
    abilities['claim.read'] ? waitingCounts({ reader }, db) : nothingWaits,
    loadWords(),
    countTodos({ member }, db),
    unreadNotifications({ reader }, db),
  ]);
  const own = ownWords(words);
  const [retractions, challenges] = [own.retractions.length, own.challenges.length];
  return {
    counts,
    waiting,
    /** An observer waits for nobody and watches who signs. */
    watched: member.party?.standing === 'observing' ? reader.inSigning.length : 0,
    toRatify: words.charters.length,
    ...{ retractions, challenges },
    /** The reader's own word, wherever the review list asks for it (SPEC D10). */
    toReview: (waiting.kinds.sign ?? 0) + retractions + challenges + words.charters.length + words.moves.length,
    /** What the member was asked to do and has not done (SPEC K7). */
    todos,
    /** The number on the bell (SPEC K9). */
    unread,
  };
});

const nothingWaits: WaitingCounts = { me: 0, us: 0, others: 0, kinds: {}, tasks: 0 };
