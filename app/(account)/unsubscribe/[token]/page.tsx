import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { readUnsubscribeToken } from '@/commands/notifications/unsubscribe-token';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { Button } from '@/components/ui/button';
import { AccountDocument } from '../../_document/account-document';
import { languageLinks, strangersLocale } from '../../_document/languages';

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ lang?: string | string[]; done?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await sightOf({ params, searchParams });
  const t = await getTranslations({ locale, namespace: 'told.unsubscribe' });
  // The link is the permission: no other site may learn it. Not 'no-referrer', with which the form's Origin would be "null".
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** A plain form for whoever clicks the link of a mail. It says which mails end and nothing of whose they are; of a seat that is over it says the same (SPEC N6). */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token, scope, locale, isDone } = await sightOf({ params, searchParams });
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: 'told' });
  return (
    <AccountDocument
      locale={locale}
      end={<LanguageSwitch languages={languageLinks(`/unsubscribe/${token}${isDone ? '?done=1' : ''}`, locale)} />}
    >
      <div>
        <h1>{t(isDone ? 'unsubscribe.doneTitle' : 'unsubscribe.title')}</h1>
        <p className="lead">
          {isDone && t('unsubscribe.done')}
          {!isDone && scope === 'digest' && t('unsubscribe.digestLead')}
          {!isDone && scope !== 'digest' && t('unsubscribe.lead', { group: t(`group.${scope}`) })}
        </p>
      </div>
      {isDone ? (
        <p>
          <Link href="/desk/notifications" prefetch={false}>
            {t('unsubscribe.settings')}
          </Link>
        </p>
      ) : (
        <form className="form" method="post" action={`/api/v1/unsubscriptions/${token}?lang=${locale}`}>
          <div className="acts">
            <Button type="submit" look="primary" size="big">
              {t('unsubscribe.button')}
            </Button>
          </div>
        </form>
      )}
    </AccountDocument>
  );
}

/** What the link ends, in the language that is asked for, else in that of its mail. */
async function sightOf({ params, searchParams }: Props) {
  const [{ token }, { lang, done }] = [await params, await searchParams];
  const opened = readUnsubscribeToken(token);
  if (opened === undefined) notFound();
  return { token, scope: opened.scope, locale: strangersLocale(lang ?? opened.locale), isDone: done !== undefined };
}
