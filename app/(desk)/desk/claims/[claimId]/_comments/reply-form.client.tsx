'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { MentionField } from './mention-field.client';
import type { Talk } from './talk';
import { useCommentForm } from './use-comment-form.client';

/** An answer, for the audience of its thread: the button names it. */
export function ReplyForm({
  threadId,
  audienceParty,
  talk,
  onClose,
}: {
  threadId: string;
  /** The party that alone reads the thread, by name and id. */
  audienceParty: { id: string; name: string } | null;
  talk: Talk;
  onClose: () => void;
}) {
  const t = useTranslations('discussion.comments');
  const common = useTranslations('common');
  const people = talk.people.filter(({ partyId }) => audienceParty === null || partyId === audienceParty.id);
  const { body, setBody, pending, error, trouble, submit } = useCommentForm(
    `/api/v1/comments/${threadId}/replies`,
    people,
    onClose,
  );
  const answer = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className="form" method="post" noValidate onSubmit={answer}>
      <MentionField
        id={`reply-${threadId}`}
        label={t('answer')}
        error={error}
        value={body}
        onChange={setBody}
        people={people}
        autoFocus
      />
      <StopNotice>{trouble}</StopNotice>
      <div className="acts">
        <Button size="small" look="primary" type="submit" aria-disabled={pending || undefined}>
          {audienceParty === null ? t('reply.joint') : t('reply.party', { party: audienceParty.name })}
        </Button>
        <Button size="small" onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
