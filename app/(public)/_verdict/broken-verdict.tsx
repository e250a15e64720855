import { useTranslations } from 'next-intl';
import { BrokenNotice } from '../_page/broken-bytes';
import { PublicFrame } from '../_page/public-frame';
import type { BrokenReading } from './reading';

/** The page of a verdict of which nothing may be printed. */
export function BrokenVerdictPage({ reading: { locale, slug, broken } }: { reading: BrokenReading }) {
  const t = useTranslations('public.broken');
  return (
    <PublicFrame locale={locale} path={`/verdicts/${slug}`} part="verdicts">
      <div className="plain">
        <h1>{t('verdict')}</h1>
        <BrokenNotice broken={broken} />
      </div>
    </PublicFrame>
  );
}
