'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/app/_send/use-send.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { StopNotice } from '@/components/ui/stop-notice';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useRefusalWords } from '../_form/use-refusal-words.client';

/** Another password, or the first one of an account that has none. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations('security.password');
  const hydrated = useHydrated();
  const router = useRouter();
  const { send, pending, refusal } = useSend('/api/v1/me/password', { method: 'PUT' });
  const { sentence, fieldError } = useRefusalWords(refusal);
  const [done, setDone] = useState<number>();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const filled = new FormData(form);
    setDone(undefined);
    const old = hasPassword ? { password: String(filled.get('password') ?? '') } : {};
    const answer = await send({ ...old, newPassword: String(filled.get('newPassword') ?? '') });
    if (answer === undefined) return;
    form.reset();
    setDone(Number(answer.endedSessions ?? 0));
    router.refresh();
  }

  const isWrong = refusal?.code === 'wrong-credentials';
  return (
    <form className="form" method="post" onSubmit={(event) => void submit(event)} noValidate>
      <StopNotice>{isWrong ? undefined : sentence}</StopNotice>
      {done !== undefined && (
        <Notice tone="ok" live="status">
          {t('done', { count: done })}
        </Notice>
      )}
      {hasPassword && (
        <TextField
          id="oldPassword"
          name="password"
          type="password"
          label={t('old')}
          error={isWrong ? t('wrong') : fieldError('password')}
          autoComplete="current-password"
          dir="ltr"
          maxLength={400}
        />
      )}
      <TextField
        id="newPassword"
        name="newPassword"
        type="password"
        label={t('new')}
        hint={t('newHint')}
        error={fieldError('newPassword')}
        autoComplete="new-password"
        dir="ltr"
        maxLength={200}
      />
      <div className="acts">
        <Button type="submit" disabled={!hydrated} aria-disabled={pending}>
          {t(hasPassword ? 'submit' : 'submitFirst')}
        </Button>
      </div>
    </form>
  );
}
