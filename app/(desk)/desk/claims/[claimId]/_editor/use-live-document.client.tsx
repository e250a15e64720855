'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Access } from './control-messages';
import { openKeptChanges, type RefusedText } from './kept-changes';
import { type LiveDocument, openLiveDocument } from './live-document';
import { putBack } from './put-back';
import { afterRefusal, mayOpenAgain, noRebuilds } from './rebuilds';
import { emptyOutbox, type Outbox, unsettledOf } from './save-state';
import type { Roots } from './unsaved-words';

/** The server's close code, or why this page gave the document up itself. */
export type ClosedWith = number | 'other-person' | 'refused-again';

export type Link = {
  /** There from the first sync on, also while offline. */
  live: LiveDocument | undefined;
  outbox: Outbox;
  /** What the server lets the person do here, as it said last. */
  access: Access | undefined;
  /** Why the last document was given up, until the person has read it. */
  refused: string | undefined;
  closedWith: ClosedWith | undefined;
  /** Words that no server has and that no document carries any more, until they are put back or thrown away. */
  unsaved: readonly RefusedText[];
  putBack: (text: RefusedText) => void;
  dismiss: (id: string) => void;
  /** The reason was read. */
  noted: () => void;
};

type State = Pick<Link, 'live' | 'outbox' | 'access' | 'refused' | 'closedWith' | 'unsaved'>;
const nothing: State = {
  live: undefined,
  outbox: emptyOutbox,
  access: undefined,
  refused: undefined,
  closedWith: undefined,
  unsaved: [],
};

type Options = { name: string; personId: string; roots: Roots; isMultiline: (root: string) => boolean };

/** A live document for as long as the component stands. A refusal keeps the person's words and opens the document anew. */
export function useLiveDocument({ name, personId, roots, isMultiline }: Options): Link {
  const [state, setState] = useState<State>(nothing);
  const [opening, setOpening] = useState(1);
  const rebuilds = useRef(noRebuilds);
  const kept = useMemo(() => openKeptChanges(personId, name), [personId, name]);
  const { live } = state;

  const change = useCallback((part: Partial<State>) => setState((before) => ({ ...before, ...part })), []);
  const offer = useCallback((texts: readonly RefusedText[]) => {
    setState((before) => ({ ...before, unsaved: withNew(before.unsaved, texts) }));
  }, []);

  useEffect(() => {
    let isStanding = true;
    void kept.then((store) => store.read()).then(({ refused }) => isStanding && offer(refused));
    return () => {
      isStanding = false;
    };
  }, [kept, offer]);

  useEffect(() => {
    let isStanding = true;
    const whileStanding = (act: () => void) => isStanding && act();
    const live: LiveDocument = openLiveDocument({
      origin: window.location.origin.replace(/^http/, 'ws'),
      name,
      personId,
      kept,
      roots,
      events: {
        outbox: (outbox) => whileStanding(() => change({ outbox })),
        access: (access) => whileStanding(() => change({ access })),
        synced: () =>
          whileStanding(() => {
            change({ live });
            rebuilds.current = { ...rebuilds.current, syncedAtMs: Date.now() };
          }),
        refused: ({ reason, texts }) =>
          whileStanding(() => {
            rebuilds.current = afterRefusal(rebuilds.current, Date.now());
            offer(texts);
            change({ refused: reason, live: undefined, outbox: emptyOutbox });
            if (mayOpenAgain(rebuilds.current)) setOpening(opening + 1);
            else change({ closedWith: 'refused-again' });
          }),
        closed: (closedWith, texts) =>
          whileStanding(() => {
            offer(texts);
            change({ closedWith });
          }),
      },
    });
    return () => {
      isStanding = false;
      live.destroy();
    };
  }, [name, personId, kept, roots, opening, change, offer]);

  const unsettled = unsettledOf(state.outbox);
  useEffect(() => {
    if (unsettled === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsettled]);

  const dismiss = useCallback(
    (id: string) => {
      void kept.then((store) => store.dismiss(id));
      setState((before) => ({ ...before, unsaved: before.unsaved.filter((text) => text.id !== id) }));
    },
    [kept],
  );
  const giveBack = useCallback(
    (text: RefusedText) => {
      if (live === undefined) return;
      putBack(live.doc, text, isMultiline(text.root));
      dismiss(text.id);
    },
    [live, isMultiline, dismiss],
  );
  const noted = useCallback(() => change({ refused: undefined }), [change]);
  return useMemo(() => ({ ...state, putBack: giveBack, dismiss, noted }), [state, giveBack, dismiss, noted]);
}

/** The same words twice are one offer: two tabs may have been refused the same change. */
function withNew(before: readonly RefusedText[], texts: readonly RefusedText[]): RefusedText[] {
  const known = new Set(before.map(({ root, words }) => `${root}\n${words}`));
  return [...before, ...texts.filter(({ root, words }) => !known.has(`${root}\n${words}`))];
}
