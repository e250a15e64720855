'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';

export function NoSuchPage({ home }: { home: string }) {
  const t = useTranslations('account.notFound');
  return (
    <>
      <div>
        <h1>{t('title')}</h1>
        <p className="lead">{t('text')}</p>
      </div>
      <p>
        <ButtonLink href={home}>{t('home')}</ButtonLink>
      </p>
    </>
  );
}
