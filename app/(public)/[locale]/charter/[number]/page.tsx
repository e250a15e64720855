import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CharterArticle } from '@/app/(public)/_charter/charter-article';
import { openCharterVersion } from '@/app/(public)/_charter/open-charter';
import { alternates } from '@/app/(public)/_page/addresses';
import { BrokenNotice } from '@/app/(public)/_page/broken-bytes';
import { PublicFrame } from '@/app/(public)/_page/public-frame';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const reading = await openCharterVersion(params);
  if ('broken' in reading) return { robots: { index: false } };
  const { locale, version } = reading;
  const t = await getTranslations({ locale, namespace: 'public' });
  const title = `${t('nav.charter')}, ${t('charter.version', { number: version.number })}`;
  return {
    title,
    description: t('charter.description'),
    alternates: alternates(version.state === 'in-force' ? '/charter' : `/charter/${version.number}`, locale),
  };
}

/** A charter version by number: what an older verdict was bound by stays readable. */
export default async function CharterVersionPage({ params }: Props) {
  const reading = await openCharterVersion(params);
  if ('broken' in reading)
    return (
      <PublicFrame locale={reading.locale} path={`/charter/${reading.number}`} part="charter">
        <div className="plain">
          <BrokenNotice broken={reading.broken} />
        </div>
      </PublicFrame>
    );
  return (
    <PublicFrame locale={reading.locale} path={`/charter/${reading.version.number}`} part="charter">
      <CharterArticle reading={reading} />
    </PublicFrame>
  );
}
