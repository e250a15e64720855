'use client';

import { useTranslations } from 'next-intl';
import { forgetDrafts, hasDrafts } from '@/components/record/forget-drafts';
import { useSend } from './use-send.client';

/** Ends sessions on the server, so that a copied cookie ends with them, and takes what this browser kept; the next page is nobody's, so it is loaded afresh. */
export function useLeave(url: string, personId: string) {
  const t = useTranslations('layout');
  const { send, pending, refusal } = useSend(url);

  async function leave(): Promise<void> {
    if ((await hasDrafts(personId)) && !window.confirm(t('signOutLosesWords'))) return;
    if ((await send({})) === undefined) return;
    await forgetDrafts();
    window.location.assign('/sign-in');
  }

  return { leave: () => void leave(), pending, refusal };
}
