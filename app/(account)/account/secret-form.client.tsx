'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useSend } from '@/app/_send/use-send.client';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useRefusalWords } from '../_form/use-refusal-words.client';

type Asked = 'password' | 'code';

/** Asks for a password, a code, or both, and sends them. */
export function SecretForm({
  url,
  asks,
  submit,
  id = 'factor',
  onDone,
}: {
  url: string;
  asks: Asked[];
  submit: string;
  /** What the fields' ids begin with, where two such forms stand on a page. */
  id?: string;
  onDone: (answer: Record<string, unknown>) => void;
}) {
  const t = useTranslations('security.second');
  const words = useTranslations('security');
  const hydrated = useHydrated();
  const { send, pending, refusal } = useSend(url);
  const { sentence } = useRefusalWords(refusal);

  async function go(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    const answer = await send(Object.fromEntries(asks.map((name) => [name, String(filled.get(name) ?? '')])));
    if (answer !== undefined) onDone(answer);
  }

  const wrong: Record<Asked, boolean> = {
    password: refusal?.code === 'wrong-credentials' || isNamed('password'),
    code: refusal?.code === 'wrong-code' || refusal?.code === 'code-missing' || isNamed('code'),
  };
  function isNamed(name: Asked): boolean {
    return refusal?.issues.some(({ field }) => field === name) ?? false;
  }

  return (
    <form className="form" method="post" onSubmit={(event) => void go(event)} noValidate>
      <StopNotice>{asks.some((name) => wrong[name]) ? undefined : sentence}</StopNotice>
      {asks.includes('password') && (
        <TextField
          id={`${id}Password`}
          name="password"
          type="password"
          label={t('password')}
          error={wrong.password ? words('password.wrong') : undefined}
          autoComplete="current-password"
          dir="ltr"
          maxLength={400}
        />
      )}
      {asks.includes('code') && (
        <TextField
          id={`${id}Code`}
          name="code"
          label={words('signIn.code')}
          hint={t(asks.includes('password') ? 'codeHint' : 'firstCodeHint')}
          error={wrong.code ? words('signIn.wrongCode') : undefined}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          maxLength={60}
        />
      )}
      <div className="acts">
        <Button type="submit" disabled={!hydrated} aria-disabled={pending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
