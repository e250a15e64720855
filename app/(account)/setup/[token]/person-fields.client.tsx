'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';

/** A person's name, e-mail and first password. The password is handed over by whoever fills in this form. */
export function PersonFields({
  prefix,
  fieldError,
  optional = false,
}: {
  prefix: string;
  fieldError: (name: string) => string | undefined;
  optional?: boolean;
}) {
  const t = useTranslations('account');
  return (
    <>
      <TextField
        id={`${prefix}.name`}
        name={`${prefix}.name`}
        label={t('setup.personName')}
        error={fieldError(`${prefix}.name`)}
        maxLength={120}
        dir="auto"
        autoComplete="off"
        optional={optional}
      />
      <TextField
        id={`${prefix}.email`}
        name={`${prefix}.email`}
        type="email"
        label={t('signIn.email')}
        error={fieldError(`${prefix}.email`)}
        maxLength={254}
        dir="ltr"
        autoComplete="off"
        optional={optional}
      />
      <TextField
        id={`${prefix}.password`}
        name={`${prefix}.password`}
        type="password"
        label={t('signIn.password')}
        hint={t('setup.passwordHint')}
        error={fieldError(`${prefix}.password`)}
        maxLength={200}
        dir="ltr"
        autoComplete="new-password"
        optional={optional}
      />
    </>
  );
}
