'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import type { ShownRefusal } from '@/app/_send/refusal';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { StopNotice } from '@/components/ui/stop-notice';
import type { Hand } from './_editor/draft-session.client';
import { focusFault } from './use-draft-faults';

/** Proposes what the server holds once everything chosen here is durable. To propose is not to ratify. */
export function ProposeDraft({
  number,
  draft,
  isFirst,
  bar,
  canPropose,
  pending,
  refusal,
  send,
  hand,
  form,
}: {
  number: number;
  draft: number;
  isFirst: boolean;
  bar: string | undefined;
  canPropose: boolean;
  pending: boolean;
  refusal: ShownRefusal | undefined;
  send: (body: unknown) => Promise<unknown>;
  hand: Hand | undefined;
  form: RefObject<HTMLElement | null>;
}) {
  const t = useTranslations('charterDraft');
  const words = useTranslations('desk.draft');
  const [fault, setFault] = useState<'unusable' | 'notDurable'>();

  async function propose(): Promise<void> {
    setFault(undefined);
    await leaveField();
    // What is typed and cannot be is in no draft: the proposal would hold the number before it.
    if (focusFault(form.current)) return setFault('unusable');
    const seq = await hand?.barrier().catch(() => undefined);
    if (seq === undefined) return setFault('notDurable');
    await send({ draft, seq });
  }

  if (bar !== undefined) return <Notice tone="wait">{bar}</Notice>;
  return (
    <section aria-labelledby="propose">
      <h2 id="propose">{t('proposeTitle')}</h2>
      <p>{t('proposeText')}</p>
      <p>{words('next')}</p>
      <StopNotice>{fault === undefined ? refusal?.message : t(fault)}</StopNotice>
      <div className="acts">
        <Button
          look="primary"
          disabled={!canPropose}
          aria-disabled={pending || undefined}
          // A field that is left may say what is wrong with it, and that would move this button away from under the press.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void (pending || propose())}
        >
          {words(isFirst ? 'submit' : 'submitAmendment', { number })}
        </Button>
      </div>
    </section>
  );
}

/** Whoever proposes is done with the field that they typed in; its word on that is on the page a frame later. */
async function leaveField(): Promise<void> {
  if (!(document.activeElement instanceof HTMLInputElement)) return;
  document.activeElement.blur();
  await new Promise(requestAnimationFrame);
}
