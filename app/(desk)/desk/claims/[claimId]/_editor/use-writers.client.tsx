'use client';

import { useEffect } from 'react';
import type { Authorship } from './authorship';
import type { LiveDocument } from './live-document';
import { type Share, sharesOf, stretchesOf, type Writer, writtenBy } from './who-wrote';

/** Who wrote the record: the parties' shares, and whose words stand at the caret. */
export type Writers = { state: Authorship['state']; shares: Share[]; atCaret: Writer | undefined };

const countEveryMs = 300;

type Options = {
  live: LiveDocument | undefined;
  claimId: string;
  roots: readonly string[];
  isOn: boolean;
  onNews: (news: { writers: Writers }) => void;
};

/** Turns a record's authorship on and off, and tells the page what it says. */
export function useWriters({ live, claimId, roots, isOn, onNews }: Options): void {
  useEffect(() => {
    if (live === undefined || !isOn) return;
    const { authorship, doc } = live;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const { state, atCaret } = authorship;
      onNews({ writers: { state, atCaret, shares: sharesIn(live, roots) } });
    };
    const soon = () => {
      timer ??= setTimeout(tell, countEveryMs);
    };
    const endings = [authorship.subscribe(tell), authorship.followCaret(soon)];
    doc.on('update', soon);
    authorship.turnOn(`/api/v1/claims/${claimId}/authorship`);
    return () => {
      clearTimeout(timer);
      doc.off('update', soon);
      for (const end of endings) end();
      authorship.turnOff();
    };
  }, [live, claimId, roots, isOn, onNews]);
}

function sharesIn({ doc, authorship }: LiveDocument, roots: readonly string[]): Share[] {
  // Positions do not matter to a share, so neither does what a leaf is.
  const stretches = roots.flatMap((root) => stretchesOf(doc.getXmlFragment(root), () => false).stretches);
  return sharesOf(writtenBy(stretches, (client, clock) => authorship.writerOf(client, clock)));
}
