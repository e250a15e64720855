'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/app/_send/use-send.client';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useRefusalWords } from '../../_form/use-refusal-words.client';

/** Name and password of the invited person's own choosing; then they are signed in with them. */
export function InvitationForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('account');
  const hydrated = useHydrated();
  const { send, pending, refusal } = useSend('/api/v1/invitations/acceptance');
  const { sentence, fieldError } = useRefusalWords(refusal);
  const [isEntering, setIsEntering] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get('password') ?? '');
    if (!(await send({ token, name: String(form.get('name') ?? ''), password }))) return;
    setIsEntering(true);
    const entered = await signIn('credentials', { redirect: false, email, password }).catch(() => undefined);
    // A new document: what the router kept was loaded for nobody.
    window.location.assign(entered?.ok === true && !entered.error ? '/desk' : '/sign-in');
  }

  const isBusy = pending || isEntering;
  return (
    // A password must not reach the address bar when the button is pressed before the script is there: hence post.
    <form className="form" method="post" onSubmit={(event) => void submit(event)} noValidate>
      <StopNotice>{sentence}</StopNotice>
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('signIn.email')}
        hint={t('invitation.emailHint')}
        autoComplete="username"
        dir="ltr"
        value={email}
        readOnly
      />
      <TextField
        id="name"
        name="name"
        label={t('invitation.name')}
        hint={t('invitation.nameHint')}
        error={fieldError('name')}
        maxLength={120}
        dir="auto"
        autoComplete="name"
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={t('signIn.password')}
        hint={t('invitation.passwordHint')}
        error={fieldError('password')}
        maxLength={200}
        dir="ltr"
        autoComplete="new-password"
      />
      <div className="acts">
        <Button type="submit" disabled={!hydrated} look="primary" size="big" aria-disabled={isBusy}>
          {isBusy ? t('invitation.pending') : t('invitation.submit')}
        </Button>
      </div>
    </form>
  );
}
