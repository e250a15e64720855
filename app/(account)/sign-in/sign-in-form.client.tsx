'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';

type Fault = 'wrong' | 'tooMany' | 'noAnswer';

/** What next-auth hands on is the refusal's code; whatever else it says is not about the password. */
const faults: Record<string, Fault> = {
  'wrong-credentials': 'wrong',
  CredentialsSignin: 'wrong',
  'too-many-attempts': 'tooMany',
};

/** E-mail and password. One message for an unknown person and a wrong password, so that nobody learns who has an account. */
export function SignInForm() {
  const t = useTranslations('account');
  const hydrated = useHydrated();
  const [fault, setFault] = useState<Fault>();
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    setPending(true);
    setFault(undefined);
    const answer = await signIn('credentials', {
      redirect: false,
      email: form.get('email'),
      password: form.get('password'),
    }).catch(() => undefined);
    if (answer?.ok === true && !answer.error) {
      // A new document: what the router kept was loaded for nobody.
      window.location.assign('/desk');
      return;
    }
    setPending(false);
    setFault(faults[answer?.error ?? ''] ?? 'noAnswer');
  }

  return (
    // A password must not reach the address bar when the button is pressed before the script is there: hence post.
    <form className="form" method="post" onSubmit={(event) => void submit(event)}>
      {fault !== undefined && (
        <Notice tone="stop" live="alert">
          {t(`signIn.${fault}`)}
        </Notice>
      )}
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
      <div className="acts">
        <Button type="submit" disabled={!hydrated} look="primary" size="big" aria-disabled={pending}>
          {pending ? t('signIn.pending') : t('signIn.submit')}
        </Button>
      </div>
    </form>
  );
}
