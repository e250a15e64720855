'use client';

import { useEffect, useState } from 'react';
import { type LiveDocument, openLiveDocument } from './live-document';
import { emptyOutbox, type Outbox, unsettledOf } from './save-state';

export type Link = {
  /** There from the first sync on, also while offline. */
  live: LiveDocument | undefined;
  outbox: Outbox;
  /** Why the last document was given up, with the words that were in it. */
  refused: { reason: string; kept: string } | undefined;
  closedWith: number | undefined;
};

const nothing: Link = { live: undefined, outbox: emptyOutbox, refused: undefined, closedWith: undefined };
/** A document that is refused again and again is refused for a reason that opening it anew does not mend. */
const mostRebuilds = 3;

/** A live document for as long as the component stands. A refusal keeps the person's words to copy and opens the document anew. */
export function useLiveDocument(name: string, { keep }: { keep: (live: LiveDocument) => string }): Link {
  const [link, setLink] = useState<Link>(nothing);
  const [rebuilds, setRebuilds] = useState(0);

  useEffect(() => {
    let isStanding = true;
    const change = (part: Partial<Link>) => {
      if (isStanding) setLink((before) => ({ ...before, ...part }));
    };
    const live: LiveDocument = openLiveDocument({
      origin: window.location.origin.replace(/^http/, 'ws'),
      name,
      events: {
        outbox: (outbox) => change({ outbox }),
        synced: () => change({ live }),
        refused: (reason) => {
          change({ refused: { reason, kept: keep(live) }, live: undefined, outbox: emptyOutbox });
          if (rebuilds < mostRebuilds) setRebuilds(rebuilds + 1);
          else live.provider.disconnect();
        },
        closed: (closedWith) => change({ closedWith }),
      },
    });
    return () => {
      isStanding = false;
      live.destroy();
    };
  }, [name, keep, rebuilds]);

  const unsettled = unsettledOf(link.outbox);
  useEffect(() => {
    if (unsettled === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsettled]);

  return link;
}
