'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { useHydrated } from '@/components/ui/use-hydrated';

/** The ways to the identity providers. `again` has the person prove there who they are, also when the provider still knows them. */
export function ProviderButtons({
  providers,
  to,
  again = false,
}: {
  providers: { id: string; name: string }[];
  /** Where one comes back to. */
  to: string;
  again?: boolean;
}) {
  const t = useTranslations('security.provider');
  const hydrated = useHydrated();
  const [pending, setPending] = useState<string>();
  const [isAway, setIsAway] = useState(false);

  async function go(id: string): Promise<void> {
    if (pending !== undefined) return;
    setPending(id);
    setIsAway(false);
    try {
      // It leaves this page, or comes back to the sign-in page with an error where the provider does not answer.
      await signIn(id, { callbackUrl: to }, again ? { prompt: 'login' } : undefined);
    } catch {
      setPending(undefined);
      setIsAway(true);
    }
  }

  return (
    <>
      <StopNotice>{isAway ? t('away') : undefined}</StopNotice>
      {providers.map(({ id, name }) => (
        <div className="acts" key={id}>
          <Button size="big" disabled={!hydrated} aria-disabled={pending !== undefined} onClick={() => void go(id)}>
            {t(again ? 'again' : 'signIn', { name })}
          </Button>
        </div>
      ))}
    </>
  );
}
