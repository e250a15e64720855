'use client';

import { useTranslations } from 'next-intl';
import { forgetDrafts, hasDrafts } from '@/components/record/forget-drafts';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useRefusalWords, useSend } from '../_form/use-send.client';

/** Ends this session on the server, so that a copied cookie ends with it, and takes what this browser kept of it. */
export function SignOutButton({ personId }: { personId: string }) {
  const t = useTranslations('account');
  const words = useTranslations('layout');
  const { send, pending, refusal } = useSend('POST', '/api/v1/session/sign-out');
  const { sentence } = useRefusalWords(refusal);

  async function leave(): Promise<void> {
    if ((await hasDrafts(personId)) && !window.confirm(words('signOutLosesWords'))) return;
    if (!(await send({}))) return;
    await forgetDrafts();
    window.location.assign('/sign-in');
  }

  return (
    <div>
      {sentence !== undefined && (
        <Notice tone="stop" live="alert">
          {sentence}
        </Notice>
      )}
      <Button aria-disabled={pending} onClick={() => void leave()}>
        {t('account.signOut')}
      </Button>
    </div>
  );
}
