'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';

export function NoSuchInvitation({ home }: { home: string }) {
  const t = useTranslations('account');
  return (
    <>
      <div>
        <h1>{t('invitation.invalid')}</h1>
        <p className="lead">{t('invitation.invalidText')}</p>
      </div>
      <div className="acts">
        <ButtonLink href="/sign-in">{t('invitation.signIn')}</ButtonLink>
        <ButtonLink href={home}>{t('notFound.home')}</ButtonLink>
      </div>
    </>
  );
}
