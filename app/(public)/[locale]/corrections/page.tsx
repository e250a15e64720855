import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChallengeList } from '@/app/(public)/_challenges/challenge-list';
import { alternates, inLanguage } from '@/app/(public)/_page/addresses';
import { localeOf, openPage } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readChallenges } from '@/app/(public)/_page/reads';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ cursor?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'challenge' });
  return { title: t('all.title'), description: t('all.lead'), alternates: alternates('/corrections', locale) };
}

/** Everything that was held against any verdict, with both clocks of each (C32). */
export default async function CorrectionsPage({ params, searchParams }: Props) {
  const { locale, workspace } = await openPage(params);
  const t = await getTranslations({ locale, namespace: 'challenge' });
  const { cursor } = await searchParams;
  const { items, nextCursor } = await readChallenges({
    workspaceId: workspace.id,
    cursor: typeof cursor === 'string' ? cursor : null,
    now: new Date().toISOString(),
  });
  return (
    <PublicFrame locale={locale} path="/corrections" part="corrections">
      <div className="plain">
        <h1>{t('all.title')}</h1>
        <p>{t('all.lead')}</p>
        <h2 id="challenges">{t('all.challenges')}</h2>
        {items.length === 0 ? (
          <EmptyState>{t('all.none')}</EmptyState>
        ) : (
          <ChallengeList challenges={items} locale={locale} timeZone={workspace.timeZone} named />
        )}
        <Pagination next={nextCursor === null ? undefined : inLanguage(`/corrections?cursor=${nextCursor}#challenges`, locale)} />
      </div>
    </PublicFrame>
  );
}
