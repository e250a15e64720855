import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { isLocale, locales } from '@/messages/locales';
import { AccountDocument } from '../_document/account-document';
import { strangersLocale } from '../_document/languages';
import { AccountForm } from './account-form.client';
import { SignOutButton } from './sign-out-button.client';

export async function generateMetadata(): Promise<Metadata> {
  const member = await requirePageActor();
  const t = await getTranslations({ locale: member.locale, namespace: 'account' });
  return { title: t('account.title'), robots: { index: false } };
}

/** The name on one's coming signatures, one's language, and the way out. */
export default async function AccountPage() {
  const member = await requirePageActor();
  const locale = isLocale(member.locale) ? member.locale : strangersLocale(undefined);
  const t = await getTranslations({ locale, namespace: 'account' });
  const role = await getTranslations({ locale, namespace: 'role' });
  return (
    <AccountDocument locale={locale}>
      <div>
        <h1>{t('account.title')}</h1>
        <p className="lead">
          {t('account.who', { name: member.name, role: role(member.role), party: member.party?.name ?? 'none' })}{' '}
          <Link href="/desk">{t('account.desk')}</Link>
        </p>
      </div>
      <AccountForm
        publicName={member.publicName ?? ''}
        locale={locale}
        signs={member.role === 'moderator'}
        languages={Object.entries(locales).map(([value, { name }]) => ({ value, label: name }))}
      />
      <SignOutButton personId={member.personId} />
    </AccountDocument>
  );
}
