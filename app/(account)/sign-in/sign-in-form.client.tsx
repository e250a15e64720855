'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';

type Fault = 'wrong' | 'tooMany' | 'noAnswer' | 'wrongCode';

/** What next-auth hands on is the refusal's code; whatever else it says is not about the password. */
const faults: Record<string, Fault> = {
  'wrong-credentials': 'wrong',
  CredentialsSignin: 'wrong',
  'too-many-attempts': 'tooMany',
  'wrong-code': 'wrongCode',
};

/**
 * E-mail and password, then a code where a second factor is on. One message for an unknown person and a wrong password, so that nobody learns who has an
 * account. In the second step the first two are sent again: the server keeps nothing of a half sign-in.
 */
export function SignInForm() {
  const t = useTranslations('account');
  const words = useTranslations('security.signIn');
  const hydrated = useHydrated();
  const [fault, setFault] = useState<Fault>();
  const [asksCode, setAsksCode] = useState(false);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (asksCode) form.current?.querySelector<HTMLElement>('[name="code"]')?.focus();
  }, [asksCode]);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const filled = new FormData(event.currentTarget);
    setPending(true);
    setFault(undefined);
    const answer = await signIn('credentials', {
      redirect: false,
      email: filled.get('email'),
      password: filled.get('password'),
      code: filled.get('code') ?? '',
    }).catch(() => undefined);
    if (answer?.ok === true && !answer.error) {
      // A new document: what the router kept was loaded for nobody.
      window.location.assign('/desk');
      return;
    }
    setPending(false);
    if (answer?.error === 'code-missing') setAsksCode(true);
    else setFault(faults[answer?.error ?? ''] ?? 'noAnswer');
  }

  function back(): void {
    setAsksCode(false);
    setFault(undefined);
  }

  return (
    // A password must not reach the address bar when the button is pressed before the script is there: hence post.
    <form className="form" method="post" ref={form} onSubmit={(event) => void submit(event)}>
      <StopNotice>{fault && (fault === 'wrongCode' ? words('wrongCode') : t(`signIn.${fault}`))}</StopNotice>
      <div className={asksCode ? 'hidden' : 'contents'}>
        <TextField
          id="email"
          name="email"
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          inputMode="email"
          dir="ltr"
          maxLength={254}
        />
        <TextField
          id="password"
          name="password"
          type="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          dir="ltr"
          maxLength={400}
        />
      </div>
      {asksCode && (
        <TextField
          id="code"
          name="code"
          label={words('code')}
          hint={words('codeHint')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          maxLength={60}
        />
      )}
      <div className="acts">
        <Button type="submit" disabled={!hydrated} look="primary" size="big" aria-disabled={pending}>
          {pending ? t('signIn.pending') : t('signIn.submit')}
        </Button>
        {asksCode && (
          <Button size="big" onClick={back}>
            {words('back')}
          </Button>
        )}
      </div>
    </form>
  );
}
