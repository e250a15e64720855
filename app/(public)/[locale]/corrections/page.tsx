import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChallengeList } from '@/app/(public)/_challenges/challenge-list';
import { CorrectionList } from '@/app/(public)/_corrections/correction-list';
import { alternates, feedPath, inLanguage } from '@/app/(public)/_page/addresses';
import { localeOf, openPage } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readChallenges, readCorrections } from '@/app/(public)/_page/reads';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ cursor?: string | string[]; before?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'challenge' });
  return {
    title: t('all.title'),
    description: t('all.lead'),
    alternates: { ...alternates('/corrections', locale), types: { 'application/atom+xml': feedPath(locale) } },
  };
}

/** Every correction and retraction (C34, C35), and everything that was held against any verdict, with both clocks of each (C32). */
export default async function CorrectionsPage({ params, searchParams }: Props) {
  const { locale, workspace } = await openPage(params);
  const t = await getTranslations({ locale, namespace: 'challenge' });
  const made = await getTranslations({ locale, namespace: 'correction.list' });
  const { cursor, before } = await searchParams;
  const corrections = await readCorrections({ workspaceId: workspace.id, before: typeof before === 'string' ? before : null });
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
        <h2 id="corrections">{made('heading')}</h2>
        <p>
          {made('lead')} <a href={feedPath(locale)}>{made('feed')}</a>
        </p>
        {corrections.items.length === 0 ? (
          <EmptyState>{made('none')}</EmptyState>
        ) : (
          <CorrectionList items={corrections.items} locale={locale} timeZone={workspace.timeZone} />
        )}
        <Pagination
          next={
            corrections.nextCursor === null
              ? undefined
              : inLanguage(`/corrections?before=${corrections.nextCursor}#corrections`, locale)
          }
        />
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
