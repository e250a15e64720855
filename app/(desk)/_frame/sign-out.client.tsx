'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useCommand } from '../_forms/use-command.client';

/** Ends the session on the server; the next page is nobody's, so it is loaded afresh. */
export function SignOut({ icon }: { icon: ReactNode }) {
  const t = useTranslations('desk.nav');
  const { send, pending } = useCommand('/api/v1/session/sign-out', { onDone: () => window.location.assign('/sign-in') });
  return (
    <button
      type="button"
      className="btn quiet s"
      aria-label={t('signOut')}
      title={t('signOut')}
      aria-disabled={pending}
      onClick={() => void send({})}
    >
      {icon}
    </button>
  );
}
