import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { ButtonLink } from '@/components/ui/button';
import { AccountDocument } from '../../_document/account-document';
import { languageLinks, strangersLocale } from '../../_document/languages';

type Props = { searchParams: Promise<{ lang?: string | string[]; why?: string | string[] }> };

/** Why nobody was let in, of all that `enterByProvider` refuses. What is not here is said in general. */
const reasons = [
  'not-you',
  'time-unknown',
  'code-needed',
  'email-unverified',
  'email-not-theirs',
  'account-exists',
  'no-invitation',
  'several-invitations',
  'name-unusable',
] as const;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: strangersLocale((await searchParams).lang), namespace: 'security' });
  return { title: t('refused.title'), robots: { index: false } };
}

/** Signing in at a provider worked, and this desk has no place for who came from there (SPEC M26): what to do now. */
export default async function RefusedPage({ searchParams }: Props) {
  const { lang, why } = await searchParams;
  const locale = strangersLocale(lang);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: 'security' });
  const reason = reasons.find((code) => code === why);
  const here = reason === undefined ? '/sign-in/refused' : `/sign-in/refused?why=${reason}`;
  return (
    <AccountDocument locale={locale} end={<LanguageSwitch languages={languageLinks(here, locale)} />}>
      <div>
        <h1>{t('refused.title')}</h1>
        <p className="lead">{t(`refused.${reason ?? 'other'}`)}</p>
      </div>
      <p>
        <ButtonLink href={`/sign-in?lang=${locale}`}>{t('refused.back')}</ButtonLink>
      </p>
    </AccountDocument>
  );
}
