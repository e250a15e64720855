import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { publicRead } from '@/app/_adapters/public-read';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { Notice } from '@/components/ui/notice';
import { accountSecurity } from '@/db/queries/account-security';
import { isLocale } from '@/messages/locales';
import { env } from '@/platform/env';
import { AccountDocument } from '../../_document/account-document';
import { strangersLocale } from '../../_document/languages';
import { ProviderButtons } from '../../_form/provider-buttons.client';

type Props = { searchParams: Promise<{ done?: string | string[]; failed?: string | string[] }> };

const readSecurity = publicRead(accountSecurity);

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requirePageActor();
  const t = await getTranslations({ locale, namespace: 'security' });
  return { title: t('confirm.title'), robots: { index: false } };
}

/** Where who has no password proves who they are, beside the page with the signature (SPEC M27). */
export default async function ConfirmPage({ searchParams }: Props) {
  const member = await requirePageActor();
  const { done, failed } = await searchParams;
  const locale = isLocale(member.locale) ? member.locale : strangersLocale(undefined);
  const t = await getTranslations({ locale, namespace: 'security' });
  const { personId, sid } = member;
  const { issuers } = await readSecurity({ personId, sid });
  const providers = env()
    .OIDC.filter(({ issuer }) => issuers.includes(issuer))
    .map(({ id, name }) => ({ id, name }));
  return (
    <AccountDocument locale={locale}>
      <div>
        <h1>{t('confirm.title')}</h1>
        <p className="lead">{t('confirm.lead')}</p>
      </div>
      {done !== undefined && <Notice tone="ok">{t('confirm.done')}</Notice>}
      {failed !== undefined && <Notice tone="stop">{t('provider.failed')}</Notice>}
      <ProviderButtons providers={providers} to="/account/confirm?done=1" again />
      {providers.length === 0 && <Notice tone="wait">{t('confirm.none')}</Notice>}
      <p>
        <Link href="/account">{t('confirm.account')}</Link>
      </p>
    </AccountDocument>
  );
}
