'use client';

import { MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { DeskThread } from '@/db/queries/desk/threads-of-claim';
import { Composer } from './composer.client';
import { isGone, orderThreads } from './order-threads';
import type { Talk } from './talk';
import { ThreadCard } from './thread-card.client';
import type { Discussion } from './use-discussion.client';

export type CommentsPanelProps = { threads: DeskThread[]; talk: Talk };

/** What members say about the record, beside it and in its order. */
export function CommentsPanel({ threads, talk, discussion }: CommentsPanelProps & { discussion: Discussion }) {
  const t = useTranslations('discussion.comments');
  const hydrated = useHydrated();
  const [shows, setShows] = useState<'open' | 'resolved'>('open');
  const { target, begin, cancel, focused, focus, arrived, places, show } = discussion;
  const kinds = { open: threads.filter(({ resolved }) => resolved === null), resolved: threads.filter(isResolved) };

  // What is led to is shown, whichever list it is in.
  useEffect(() => {
    const led = threads.find(({ id }) => id === focused);
    if (led !== undefined) setShows(isResolved(led) ? 'resolved' : 'open');
  }, [focused, threads]);

  return (
    <>
      <div className="sum">
        <h2>{t('title')}</h2>
        {talk.canWrite && target === undefined && (
          <Button
            size="small"
            icon={<Icon as={MessageSquarePlus} />}
            disabled={!hydrated}
            onClick={() => begin({ kind: 'claim' })}
          >
            {t('onClaim')}
          </Button>
        )}
      </div>
      {talk.canWrite && <p className="muted">{t('how')}</p>}
      {target !== undefined && (
        <Composer
          key={JSON.stringify(target)}
          target={target}
          talk={talk}
          onClose={cancel}
          onWritten={(threadId) => {
            cancel();
            focus(threadId);
          }}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons of which one is pressed are no fields of a form. */}
      <div className="seg" role="group" aria-label={t('filter')}>
        {(['open', 'resolved'] as const).map((kind) => (
          <button key={kind} type="button" disabled={!hydrated} aria-pressed={shows === kind} onClick={() => setShows(kind)}>
            {t(`shows.${kind}`, { count: kinds[kind].length })}
          </button>
        ))}
      </div>
      {kinds[shows].length === 0 && <EmptyState>{t(`none.${shows}`)}</EmptyState>}
      {orderThreads(kinds[shows], places).map((thread) => (
        <ThreadCard
          key={thread.id}
          thread={thread}
          talk={talk}
          isGone={isGone(thread, places)}
          isFocused={focused === thread.id}
          onFocused={arrived}
          onShow={places.get(thread.id) === undefined ? undefined : () => show(thread.id)}
        />
      ))}
    </>
  );
}

function isResolved({ resolved }: DeskThread): boolean {
  return resolved !== null;
}
