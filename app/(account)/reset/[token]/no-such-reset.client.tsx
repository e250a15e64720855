'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';

export function NoSuchReset() {
  const t = useTranslations('security.reset');
  return (
    <>
      <div>
        <h1>{t('invalid')}</h1>
        <p className="lead">{t('invalidText')}</p>
      </div>
      <div className="acts">
        <ButtonLink href="/sign-in/forgotten">{t('again')}</ButtonLink>
      </div>
    </>
  );
}
