import { useTranslations } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { AccountDocument } from './_document/account-document';
import { publicHome, strangersLocale } from './_document/languages';

/** A setup link that is spent answers like one that never was. */
export default function NotFound() {
  const locale = strangersLocale(undefined);
  setRequestLocale(locale);
  return (
    <AccountDocument locale={locale}>
      <NoSuchPage home={publicHome(locale)} />
    </AccountDocument>
  );
}

function NoSuchPage({ home }: { home: string }) {
  const t = useTranslations('account');
  return (
    <>
      <div>
        <h1>{t('notFound.title')}</h1>
        <p className="lead">{t('notFound.text')}</p>
      </div>
      <p>
        <ButtonLink href={home}>{t('notFound.home')}</ButtonLink>
      </p>
    </>
  );
}
