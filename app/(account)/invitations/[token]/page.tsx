import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { publicRead } from '@/app/_adapters/public-read';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { DateText } from '@/components/ui/date-text';
import { openInvitation } from '@/db/queries/open-invitation';
import { isLocale, type Locale } from '@/messages/locales';
import { env } from '@/platform/env';
import { AccountDocument } from '../../_document/account-document';
import { languageLinks, strangersLocale } from '../../_document/languages';
import { ProviderButtons } from '../../_form/provider-buttons.client';
import { InvitationForm } from './invitation-form.client';

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ lang?: string | string[] }> };

const readInvitation = publicRead(({ token, at }: { token: string; at: number }, conn) =>
  openInvitation({ token, now: new Date(at) }, conn),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await opened({ params, searchParams });
  const t = await getTranslations({ locale, namespace: 'account' });
  // The link is the permission: no other site may learn it from a Referer header.
  return { title: t('invitation.title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** Where an invited person takes the seat, for whoever holds the link. */
export default async function InvitationPage(props: Props) {
  const { token, found, locale } = await opened(props);
  if (found === null) notFound();
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: 'account' });
  const roles = await getTranslations({ locale, namespace: 'role' });
  const words = await getTranslations({ locale, namespace: 'security' });
  const providers = env().OIDC.map(({ id, name }) => ({ id, name }));
  const { desk, party, inviter, invitation } = found;
  return (
    <AccountDocument
      locale={locale}
      end={<LanguageSwitch languages={languageLinks(`/invitations/${encodeURIComponent(token)}`, locale)} />}
    >
      <div>
        <h1>{t('invitation.heading', { desk })}</h1>
        <p className="lead">{t('invitation.lead', { inviter, party: party.name, role: roles(invitation.role) })}</p>
        <p>
          {t('invitation.until')} <DateText at={invitation.expiresAt} />
        </p>
      </div>
      <InvitationForm token={token} email={invitation.email} />
      {providers.length > 0 && (
        <>
          <p className="or">{words('provider.or')}</p>
          <p>{words('provider.invited', { email: invitation.email })}</p>
          <ProviderButtons providers={providers} to="/desk" />
        </>
      )}
      <noscript>
        <p>{t('needsScript')}</p>
      </noscript>
    </AccountDocument>
  );
}

/** The invitation as it stands now, and the language: the one that the address asks for, else the one that the inviter chose. */
async function opened({ params, searchParams }: Props) {
  const { token } = await params;
  const { lang } = await searchParams;
  // To the minute, so that the parts of one page ask once; the command looks at the very moment.
  const found = await readInvitation({ token, at: Math.floor(Date.now() / 60_000) * 60_000 });
  const chosen: unknown = found?.invitation.locale;
  const locale: Locale = lang === undefined && typeof chosen === 'string' && isLocale(chosen) ? chosen : strangersLocale(lang);
  return { token, found, locale };
}
