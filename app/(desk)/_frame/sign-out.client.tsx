'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { forgetDrafts, hasDrafts } from '@/components/record/forget-drafts';
import { useCommand } from '../_forms/use-command.client';

/** Ends the session on the server and takes what this browser kept of it; the next page is nobody's, so it is loaded afresh. */
export function SignOut({ personId, icon }: { personId: string; icon: ReactNode }) {
  const t = useTranslations('desk.nav');
  const words = useTranslations('layout');
  const { send, pending } = useCommand('/api/v1/session/sign-out', {
    onDone: () => void forgetDrafts().then(() => window.location.assign('/sign-in')),
  });

  async function leave(): Promise<void> {
    if ((await hasDrafts(personId)) && !window.confirm(words('signOutLosesWords'))) return;
    await send({});
  }

  return (
    <button
      type="button"
      className="btn quiet s"
      aria-label={t('signOut')}
      title={t('signOut')}
      aria-disabled={pending}
      onClick={() => void leave()}
    >
      {icon}
    </button>
  );
}
