import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { publicRead } from '@/app/_adapters/public-read';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { openReset } from '@/db/queries/open-reset';
import { AccountDocument } from '../../_document/account-document';
import { languageLinks, strangersLocale } from '../../_document/languages';

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ lang?: string | string[]; fault?: string | string[] }>;
};

const readReset = publicRead(({ token, at }: { token: string; at: number }, conn) =>
  openReset({ token, now: new Date(at) }, conn),
);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: strangersLocale((await searchParams).lang), namespace: 'security' });
  // The link is the permission: no other site may learn it. Not 'no-referrer', with which the form's Origin would be "null".
  return { title: t('reset.title'), robots: { index: false }, referrer: 'same-origin' };
}

/**
 * A plain form, as the one that the link was asked for with. Looking at it spends nothing. A link that does not count leads to that form: a page that is not
 * there is drawn by a script, and whoever cannot get in may have none.
 */
export default async function ResetPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { lang, fault } = await searchParams;
  const locale = strangersLocale(lang);
  setRequestLocale(locale);
  // To the minute, so that the parts of one page ask once; the command looks at the very moment.
  if ((await readReset({ token, at: Math.floor(Date.now() / 60_000) * 60_000 })) === null)
    redirect(`/sign-in/forgotten?fault=reset-invalid&lang=${locale}`);
  const t = await getTranslations({ locale, namespace: 'security' });
  return (
    <AccountDocument
      locale={locale}
      end={<LanguageSwitch languages={languageLinks(`/reset/${encodeURIComponent(token)}`, locale)} />}
    >
      <div>
        <h1>{t('reset.title')}</h1>
        <p className="lead">{t('reset.lead')}</p>
      </div>
      <form className="form" method="post" action={`/api/v1/password-resets/use?lang=${locale}`}>
        {fault !== undefined && <Notice tone="stop">{t('reset.unusable')}</Notice>}
        <input type="hidden" name="token" value={token} />
        <TextField
          id="newPassword"
          name="newPassword"
          type="password"
          label={t('password.new')}
          hint={t('password.newHint')}
          autoComplete="new-password"
          dir="ltr"
          minLength={12}
          maxLength={200}
        />
        <div className="acts">
          <Button type="submit" look="primary" size="big">
            {t('reset.submit')}
          </Button>
        </div>
      </form>
    </AccountDocument>
  );
}
