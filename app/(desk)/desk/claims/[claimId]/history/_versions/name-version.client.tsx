'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { CommandForm } from '../../../../../_forms/command-form.client';

/** A name to find the version by that is being read. */
export function NameVersion({ action, seq }: { action: string; seq: number }) {
  const t = useTranslations('desk.versions');
  return (
    <CommandForm action={action} body={({ name = '' }) => ({ name, seq })}>
      {({ pending, errorOf }) => (
        <>
          <TextField id="version-name" name="name" maxLength={80} label={t('name')} error={errorOf('name')} />
          <Button type="submit" aria-disabled={pending || undefined}>
            {t('nameSubmit')}
          </Button>
        </>
      )}
    </CommandForm>
  );
}
