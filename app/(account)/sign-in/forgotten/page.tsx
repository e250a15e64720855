import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { env } from '@/platform/env';
import { AccountDocument } from '../../_document/account-document';
import { languageLinks, strangersLocale } from '../../_document/languages';

const faults: Record<string, 'forgotten.tooMany' | 'reset.invalid'> = {
  'too-many-attempts': 'forgotten.tooMany',
  'reset-invalid': 'reset.invalid',
};

type Query = { lang?: string | string[]; sent?: string | string[]; fault?: string | string[] };
type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: strangersLocale((await searchParams).lang), namespace: 'security' });
  return { title: t('forgotten.title'), robots: { index: false } };
}

/** A plain form: whoever cannot get in may have a browser without a script too. It says the same of every address (SPEC M20). */
export default async function ForgottenPage({ searchParams }: Props) {
  const { lang, sent, fault } = await searchParams;
  const locale = strangersLocale(lang);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: 'security' });
  const isMailed = env().SMTP_URL !== undefined;
  return (
    <AccountDocument locale={locale} end={<LanguageSwitch languages={languageLinks('/sign-in/forgotten', locale)} />}>
      <div>
        <h1>{t('forgotten.title')}</h1>
        <p className="lead">{t('forgotten.lead')}</p>
      </div>
      {sent !== undefined && (
        <Notice tone="ok" title={t('forgotten.sent')}>
          {t('forgotten.sentText')}
        </Notice>
      )}
      {fault !== undefined && <Notice tone="stop">{t(faults[String(fault)] ?? 'forgotten.unusable')}</Notice>}
      {isMailed ? (
        <form className="form" method="post" action={`/api/v1/password-resets?lang=${locale}`}>
          <TextField
            id="email"
            name="email"
            type="email"
            label={t('forgotten.email')}
            autoComplete="username"
            inputMode="email"
            dir="ltr"
            maxLength={254}
          />
          <div className="acts">
            <Button type="submit" look="primary" size="big">
              {t('forgotten.submit')}
            </Button>
          </div>
        </form>
      ) : (
        <Notice tone="wait" title={t('forgotten.noMail')}>
          {t('forgotten.noMailText')}
        </Notice>
      )}
      <p>
        <Link href={`/sign-in?lang=${locale}`}>{t('forgotten.back')}</Link>
      </p>
    </AccountDocument>
  );
}
