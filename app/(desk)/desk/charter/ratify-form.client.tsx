'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { Digest } from '@/components/ui/digest';
import { Notice } from '@/components/ui/notice';
import { StopNotice } from '@/components/ui/stop-notice';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useCommand } from '../../_forms/use-command.client';

/**
 * Ratifies the bytes of one digest. Whoever presses says first that they read the text above: a party's consent is no slip of the hand. Where the form stood it is said
 * afterwards that it was done.
 */
export function RatifyForm({
  sha256,
  number,
  party,
  isWaitedFor,
}: {
  sha256: string;
  number: number;
  party: string;
  /** Its party has not ratified it, and still can. */
  isWaitedFor: boolean;
}) {
  const t = useTranslations('desk.ratify');
  const hydrated = useHydrated();
  const [hasRead, setHasRead] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  const { send, pending, refusal } = useCommand('/api/v1/charter/ratifications', { onDone: () => setIsDone(true) });

  useEffect(() => {
    if (isDone) told.current?.focus();
  }, [isDone]);

  if (isDone)
    return (
      <div ref={told} tabIndex={-1}>
        <Notice tone="ok" live="status">
          {t('done', { number })}
        </Notice>
      </div>
    );
  if (!isWaitedFor) return null;
  return (
    <form
      className="form box"
      aria-labelledby="ratify"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(!hasRead);
        if (hasRead) void send({ sha256 });
      }}
      noValidate
    >
      <h3 id="ratify">{t('title', { party })}</h3>
      <p>{t('text')}</p>
      <p>
        <Digest value={sha256} form="full" algorithm="SHA-256" />
      </p>
      <Fieldset id="read" legend={t('before')} error={isAsked && !hasRead ? t('readFirst') : undefined}>
        <Choice
          type="checkbox"
          name="read"
          label={t('read')}
          checked={hasRead}
          onChange={(event) => setHasRead(event.target.checked)}
        />
      </Fieldset>
      <StopNotice>{refusal?.message}</StopNotice>
      <div className="acts">
        <Button type="submit" look="primary" disabled={!hydrated} aria-disabled={pending || undefined}>
          {pending ? t('pending') : t('submit', { number, party })}
        </Button>
      </div>
    </form>
  );
}
