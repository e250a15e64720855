'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { DeskThread } from '@/db/queries/desk/threads-of-claim';
import type { Places } from '../_editor/passages';
import { useSeat } from '../_record/record-context.client';
import type { CommentTarget } from './comment-target';

export type Discussion = {
  /** What is being commented on now. */
  target: CommentTarget | undefined;
  begin: (target: CommentTarget) => void;
  cancel: () => void;
  /** The thread that the text or an address leads to, until it has the focus: a thread that was just written comes with the next reading of the page. */
  focused: string | undefined;
  focus: (threadId: string) => void;
  arrived: () => void;
  /** Where the passages stand in the texts now. */
  places: Places;
  /** Brings a thread's passage into sight in its text. */
  show: (threadId: string) => void;
};

const nowhere: Places = new Map();
const noPlaces = () => nowhere;
const never = () => () => undefined;

/** The comments and the editors of one page, in both directions. `opened` is called when something leads to the comments. */
export function useDiscussion(threads: readonly DeskThread[], opened: () => void): Discussion {
  const { live } = useSeat();
  const passages = live?.passages;
  const [target, setTarget] = useState<CommentTarget>();
  const [focused, setFocused] = useState<string>();
  const places = useSyncExternalStore(passages?.followPlaces ?? never, passages?.places ?? noPlaces, noPlaces);

  const begin = useCallback(
    (chosen: CommentTarget) => {
      setTarget(chosen);
      opened();
    },
    [opened],
  );
  const focus = useCallback(
    (threadId: string) => {
      setFocused(threadId);
      opened();
    },
    [opened],
  );

  useEffect(
    () =>
      passages?.listen({
        chosen: (passage) => begin({ kind: 'passage', ...passage }),
        pressed: focus,
      }),
    [passages, begin, focus],
  );

  // What is resolved is no longer marked in the text.
  useEffect(() => {
    passages?.mark(
      threads.flatMap(({ id, on, audienceParty, resolved }) =>
        on.kind === 'passage' && resolved === null
          ? [{ threadId: id, passage: on.passage, isPrivate: audienceParty !== null }]
          : [],
      ),
    );
  }, [passages, threads]);

  const cancel = useCallback(() => setTarget(undefined), []);
  const arrived = useCallback(() => setFocused(undefined), []);
  const show = useCallback((threadId: string) => passages?.pointAt(threadId), [passages]);
  return { target, begin, cancel, focused, focus, arrived, places, show };
}
