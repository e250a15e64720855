'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import type { Audience } from '@/domain/discussion/audience';
import { useBarrier, useSeat } from '../_record/record-context.client';
import { AudienceChoice } from './audience-choice';
import { AudienceFrame } from './audience-frame';
import { type CommentTarget, sentTarget } from './comment-target';
import { MentionField } from './mention-field.client';
import type { Talk } from './talk';
import { TargetWords } from './target-words';
import { useCommentForm } from './use-comment-form.client';

/** A new thread. Who reads it is chosen before it can be sent, nothing is preselected, and the button says it once more. */
export function Composer({
  target,
  talk,
  onClose,
  onWritten,
}: {
  target: CommentTarget;
  talk: Talk;
  onClose: () => void;
  onWritten: (threadId: string) => void;
}) {
  const t = useTranslations('discussion.comments');
  const common = useTranslations('common');
  const { claimId, canEdit } = useSeat();
  const barrier = useBarrier();
  const form = useRef<HTMLFormElement>(null);
  const [audience, setAudience] = useState<Audience>();
  const [isAsked, setIsAsked] = useState(false);
  const [failed, setFailed] = useState<string>();
  const party = talk.ownParty.name;
  const people = talk.people.filter(({ partyId }) => audience !== 'party' || partyId === talk.ownParty.id);
  const { body, setBody, pending, error, trouble, submit } = useCommentForm(
    `/api/v1/claims/${claimId}/comments`,
    people,
    ({ id }) => onWritten(String(id)),
  );

  // From the text that was selected to the first thing that is asked about it.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  /** The server looks for the quotation in the text, so what was typed here has to be there first. Answers what kept it. */
  async function untilThere(): Promise<string | undefined> {
    const reached = await barrier();
    return 'failed' in reached ? reached.failed : undefined;
  }

  async function write(event: FormEvent): Promise<void> {
    event.preventDefault();
    setIsAsked(audience === undefined);
    if (audience === undefined) return;
    const unreached = target.kind === 'passage' && canEdit ? await untilThere() : undefined;
    setFailed(unreached);
    if (unreached === undefined) await submit({ audience, on: sentTarget(target) });
  }

  const wrong = failed ?? trouble;
  const rest = (
    <>
      <MentionField
        id="comment-words"
        label={t('words')}
        hint={t('wordsHint')}
        error={error}
        value={body}
        onChange={setBody}
        people={people}
      />
      <StopNotice>{wrong}</StopNotice>
      <div className="acts">
        <Button look="primary" type="submit" aria-disabled={pending || undefined}>
          {t(`send.${audience ?? 'unchosen'}`, { party })}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </div>
    </>
  );
  return (
    <form className="compose" ref={form} method="post" noValidate onSubmit={(event) => void write(event)} aria-label={t('new')}>
      <TargetWords target={target} />
      <AudienceChoice
        id="audience"
        legend={t('audience')}
        hintOf={(one) => t(`hint.${one}`, { party })}
        party={party}
        value={audience}
        onChange={(one) => {
          setAudience(one);
          setIsAsked(false);
        }}
        isMissing={isAsked}
      />
      {audience === undefined ? rest : <AudienceFrame party={audience === 'party' ? party : null}>{rest}</AudienceFrame>}
    </form>
  );
}
