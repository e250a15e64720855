import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageActor } from '@/app/_session/require-page-actor';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { AccountDocument } from '../_document/account-document';
import { languageLinks, strangersLocale } from '../_document/languages';
import { SignInForm } from './sign-in-form.client';

type Props = { searchParams: Promise<{ lang?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: strangersLocale((await searchParams).lang), namespace: 'account' });
  return { title: t('signIn.title'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  if ((await pageActor()) !== undefined) redirect('/desk');
  const locale = strangersLocale((await searchParams).lang);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: 'account' });
  return (
    <AccountDocument locale={locale} end={<LanguageSwitch languages={languageLinks('/sign-in', locale)} />}>
      <div>
        <h1>{t('signIn.title')}</h1>
        <p className="lead">{t('signIn.lead')}</p>
      </div>
      <SignInForm />
      <noscript>
        <p>{t('needsScript')}</p>
      </noscript>
    </AccountDocument>
  );
}
