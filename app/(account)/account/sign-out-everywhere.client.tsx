'use client';

import { useTranslations } from 'next-intl';
import { forgetDrafts, hasDrafts } from '@/components/record/forget-drafts';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useRefusalWords, useSend } from '../_form/use-send.client';

/** Ends every session of the person, this one included, and takes what this browser kept of it. */
export function SignOutEverywhere({ personId }: { personId: string }) {
  const t = useTranslations('security.sessions');
  const words = useTranslations('layout');
  const { send, pending, refusal } = useSend('POST', '/api/v1/me/sessions/end');
  const { sentence } = useRefusalWords(refusal);

  async function leave(): Promise<void> {
    if ((await hasDrafts(personId)) && !window.confirm(words('signOutLosesWords'))) return;
    if ((await send({})) === undefined) return;
    await forgetDrafts();
    window.location.assign('/sign-in');
  }

  return (
    <>
      {sentence !== undefined && (
        <Notice tone="stop" live="alert">
          {sentence}
        </Notice>
      )}
      <Button aria-disabled={pending} onClick={() => void leave()}>
        {t('everywhere')}
      </Button>
    </>
  );
}
