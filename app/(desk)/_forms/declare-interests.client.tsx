'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-field';
import { interestLimit } from '@/domain/membership/interest-limit';
import { CommandForm } from './command-form.client';

/** What a signer has an interest in (C19): a text, or nothing. Every member reads it. */
export function DeclareInterests({ interests }: { interests: string | undefined }) {
  const t = useTranslations('interests');
  const id = useId();
  return (
    <section className="box" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('title')}</h3>
      <CommandForm
        action="/api/v1/me/interests"
        body={({ interests: said }) => (said === undefined ? {} : { interests: said })}
        keep
      >
        {({ pending, errorOf }) => (
          <>
            <TextAreaField
              id={`${id}-interests`}
              name="interests"
              label={t('label')}
              hint={t('hint')}
              error={errorOf('interests')}
              defaultValue={interests}
              maxLength={interestLimit}
              dir="auto"
              optional
            />
            <div className="acts">
              <Button type="submit" look="primary" aria-disabled={pending || undefined}>
                {t('send')}
              </Button>
            </div>
          </>
        )}
      </CommandForm>
    </section>
  );
}
