'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-field';
import { AppearanceFields, appearanceOf } from '../../../_forms/appearance-fields.client';
import { CommandForm } from '../../../_forms/command-form.client';
import { LanguageField } from '../../../_forms/language-field.client';
import { LikeClaims } from '../_intake/like-claims.client';

/** A claim is its wording and at least one place where it appeared (C01); the parties do the rest together. */
export function NewClaimForm({ language, today }: { language: string; today: string }) {
  const t = useTranslations('desk.newClaim');
  const router = useRouter();
  const [wording, setWording] = useState('');
  return (
    <CommandForm
      action="/api/v1/claims"
      body={(values) => ({ wording: values.wording ?? '', language: values.language ?? '', appearance: appearanceOf(values) })}
      onDone={({ id }) => router.push(`/desk/claims/${String(id)}`)}
    >
      {({ pending, errorOf }) => (
        <>
          <TextAreaField
            id="wording"
            name="wording"
            label={t('wording')}
            hint={t('wordingHint')}
            error={errorOf('wording')}
            reading
            maxLength={2000}
            onChange={({ target }) => setWording(target.value)}
          />
          <LikeClaims text={wording} />
          <LanguageField id="language" label={t('language')} defaultValue={language} error={errorOf('language')} />
          <h2>{t('appeared')}</h2>
          <AppearanceFields errorOf={errorOf} today={today} />
          <div className="acts">
            <Button look="primary" type="submit" aria-disabled={pending || undefined}>
              {t('submit')}
            </Button>
          </div>
        </>
      )}
    </CommandForm>
  );
}
