'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { PartyMark } from '@/components/record/party-mark';
import { Button } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { Icon } from '@/components/ui/icon';
import type { DeskComment, DeskThread, ThreadPlace } from '@/db/queries/desk/threads-of-claim';
import { CommandButton } from '../../../../_forms/command-button.client';
import { AudienceFrame } from './audience-frame';
import type { CommentTarget } from './comment-target';
import { CommentWords } from './comment-words';
import { ReplyForm } from './reply-form.client';
import type { Talk } from './talk';
import { TargetWords } from './target-words';

/** A thread: who reads it, what it is on, what was said, and what can be done about it. */
export function ThreadCard({
  thread,
  talk,
  isGone,
  isFocused,
  onFocused,
  onShow,
}: {
  thread: DeskThread;
  talk: Talk;
  isGone: boolean;
  /** Something leads here, until it has. */
  isFocused: boolean;
  onFocused: () => void;
  onShow: (() => void) | undefined;
}) {
  const t = useTranslations('discussion.comments');
  const [isReplying, setIsReplying] = useState(false);
  const card = useRef<HTMLElement>(null);
  const { id, audienceParty, on, resolved, comments } = thread;
  const party = talk.parties.find((one) => one.id === audienceParty) ?? null;

  useEffect(() => {
    if (!isFocused) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.focus({ preventScroll: true });
    onFocused();
  }, [isFocused, onFocused]);

  const words = (
    <>
      <TargetWords target={targetOf(on)} />
      {isGone && <p className="gone">{t('gone')}</p>}
      {onShow !== undefined && !isGone && (
        <Button size="small" look="quiet" onClick={onShow}>
          {t('show')}
        </Button>
      )}
      <ol>
        {comments.map((comment) => (
          <li key={comment.id}>
            <Said comment={comment} talk={talk} />
          </li>
        ))}
      </ol>
      {resolved !== null && (
        <p className="done">
          <Icon as={Check} /> {t('resolvedBy', { name: resolved.person })} <DateText at={resolved.at} timeZone={talk.timeZone} />
        </p>
      )}
      {isReplying ? (
        <ReplyForm threadId={id} audienceParty={party} talk={talk} onClose={() => setIsReplying(false)} />
      ) : (
        <div className="acts">
          {talk.canWrite && resolved === null && (
            <Button size="small" onClick={() => setIsReplying(true)}>
              {t('answer')}
            </Button>
          )}
          <CommandButton
            size="small"
            look="quiet"
            action={`/api/v1/comments/${id}/resolution`}
            method="PUT"
            body={{ resolved: resolved === null }}
          >
            {t(resolved === null ? 'resolve' : 'reopen')}
          </CommandButton>
        </div>
      )}
    </>
  );
  return (
    <article
      className="thread"
      id={`comment-${id}`}
      ref={card}
      tabIndex={-1}
      aria-label={party === null ? t('thread.joint') : t('thread.party', { party: party.name })}
    >
      <AudienceFrame party={party?.name ?? null}>{words}</AudienceFrame>
    </article>
  );
}

function Said({ comment, talk }: { comment: DeskComment; talk: Talk }) {
  const party = talk.parties.find(({ id }) => id === comment.partyId);
  return (
    <div className="com">
      <p className="h">
        {party !== undefined && <PartyMark position={party.position} letter={party.letter} size="sm" />}
        <b>
          <bdi>{comment.person}</bdi>
        </b>
        {/* The demo's people have their party in their names: it is not said twice. */}
        {party !== undefined && !comment.person.includes(party.name) && <bdi className="muted">{party.name}</bdi>}
        <DateText at={comment.at} timeZone={talk.timeZone} />
      </p>
      <CommentWords body={comment.body} mentions={comment.mentions} />
    </div>
  );
}

function targetOf(on: ThreadPlace): CommentTarget {
  return on.kind === 'passage' ? { kind: 'passage', ...on.passage } : on;
}
