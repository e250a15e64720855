import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { isLocale } from '@/messages/locales';
import { inLanguage } from './addresses';
import { PublicFrame } from './public-frame';

/** One answer for what never existed, what is not published and what is another desk's. */
export async function NoSuchPage() {
  const asked = await getLocale();
  const locale = isLocale(asked) ? asked : 'en';
  const t = await getTranslations({ locale, namespace: 'public' });
  return (
    <PublicFrame locale={locale} path="/">
      <div className="plain">
        <h1>{t('notFound.title')}</h1>
        <p>{t('notFound.text')}</p>
        <div className="acts">
          <ButtonLink href={inLanguage('/', locale)}>{t('notFound.home')}</ButtonLink>
          <ButtonLink href={inLanguage('/search', locale)}>{t('nav.search')}</ButtonLink>
        </div>
      </div>
    </PublicFrame>
  );
}
