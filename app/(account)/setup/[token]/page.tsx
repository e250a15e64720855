import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { publicRead } from '@/app/_adapters/public-read';
import { isSetupToken } from '@/commands/membership/setup-token';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { locales } from '@/messages/locales';
import { AccountDocument } from '../../_document/account-document';
import { languageLinks, strangersLocale } from '../../_document/languages';
import { SetupForm } from './setup-form.client';

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ lang?: string | string[] }> };

const isUnspent = publicRead((token: string, conn) => isSetupToken(token, conn));

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: strangersLocale((await searchParams).lang), namespace: 'account' });
  // The link is the permission: no other site may learn it from a Referer header.
  return { title: t('setup.title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** The first workspace of a deployment, for whoever holds the link that the first start printed. */
export default async function SetupPage({ params, searchParams }: Props) {
  const { token } = await params;
  if (!(await isUnspent(token))) notFound();
  const locale = strangersLocale((await searchParams).lang);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: 'account' });
  return (
    <AccountDocument
      locale={locale}
      end={<LanguageSwitch languages={languageLinks(`/setup/${encodeURIComponent(token)}`, locale)} />}
    >
      <div>
        <h1>{t('setup.title')}</h1>
        <p className="lead">{t('setup.lead')}</p>
      </div>
      <SetupForm
        token={token}
        locale={locale}
        languages={Object.entries(locales).map(([value, { name }]) => ({ value, label: name }))}
      />
      <noscript>
        <p>{t('needsScript')}</p>
      </noscript>
    </AccountDocument>
  );
}
