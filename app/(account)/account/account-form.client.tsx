'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useSend } from '@/app/_send/use-send.client';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { SelectField, TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useRefusalWords } from '../_form/use-refusal-words.client';

type AccountFormProps = { publicName: string; locale: string; signs: boolean; languages: { value: string; label: string }[] };

/** Public name and language. What is signed already keeps the name it was signed with. */
export function AccountForm({ publicName, locale, signs, languages }: AccountFormProps) {
  const t = useTranslations('account');
  const hydrated = useHydrated();
  const { send, pending, refusal } = useSend('/api/v1/me', { method: 'PUT' });
  const { sentence, fieldError } = useRefusalWords(refusal);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    // A new document, since the language is the page's own.
    if (await send({ publicName: String(form.get('publicName') ?? publicName), locale: form.get('locale') }))
      window.location.assign('/account');
  }

  return (
    <form className="form" method="post" onSubmit={(event) => void submit(event)}>
      <StopNotice>{sentence}</StopNotice>
      {signs && (
        <TextField
          id="publicName"
          name="publicName"
          label={t('account.publicName')}
          hint={t('account.publicNameHint')}
          error={fieldError('publicName')}
          defaultValue={publicName}
          maxLength={80}
          dir="auto"
          autoComplete="off"
          optional
        />
      )}
      <SelectField
        id="locale"
        name="locale"
        label={t('account.language')}
        error={fieldError('locale')}
        defaultValue={locale}
        options={languages}
      />
      <div className="acts">
        <Button type="submit" disabled={!hydrated} look="primary" aria-disabled={pending}>
          {pending ? t('account.pending') : t('account.save')}
        </Button>
      </div>
    </form>
  );
}
