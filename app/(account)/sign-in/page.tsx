import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageActor } from '@/app/_session/require-page-actor';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { Notice } from '@/components/ui/notice';
import { env } from '@/platform/env';
import { AccountDocument } from '../_document/account-document';
import { languageLinks, strangersLocale } from '../_document/languages';
import { ProviderButtons } from '../_form/provider-buttons.client';
import { SignInForm } from './sign-in-form.client';

type Query = { lang?: string | string[]; done?: string | string[]; error?: string | string[] };
type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: strangersLocale((await searchParams).lang), namespace: 'account' });
  return { title: t('signIn.title'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const { lang, done, error } = await searchParams;
  // Who is signed in came back here from confirming at a provider that gave no answer.
  if ((await pageActor()) !== undefined) redirect(error === undefined ? '/desk' : '/account/confirm?failed=1');
  const locale = strangersLocale(lang);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: 'account' });
  const words = await getTranslations({ locale, namespace: 'security' });
  const providers = env().OIDC.map(({ id, name }) => ({ id, name }));
  return (
    <AccountDocument locale={locale} end={<LanguageSwitch languages={languageLinks('/sign-in', locale)} />}>
      <div>
        <h1>{t('signIn.title')}</h1>
        <p className="lead">{t('signIn.lead')}</p>
      </div>
      {done === 'reset' && <Notice tone="ok">{words('signIn.reset')}</Notice>}
      {error !== undefined && providers.length > 0 && <Notice tone="stop">{words('provider.failed')}</Notice>}
      <SignInForm />
      <noscript>
        <p>{t('needsScript')}</p>
      </noscript>
      <p>
        <Link href={`/sign-in/forgotten?lang=${locale}`}>{words('signIn.forgotten')}</Link>
      </p>
      {providers.length > 0 && (
        <>
          <p className="or">{words('provider.or')}</p>
          <ProviderButtons providers={providers} to="/desk" />
        </>
      )}
    </AccountDocument>
  );
}
