import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { alternates, inLanguage } from '@/app/(public)/_page/addresses';
import { localeOf, openPage } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readParity } from '@/app/(public)/_page/reads';
import { FiguresTable } from '@/components/parity/figures-table';
import { ParityCharts } from '@/components/parity/parity-charts';
import { EmptyState } from '@/components/ui/empty-state';

type Props = { params: Promise<{ locale: string }> };

// A signing that ends without a publication changes these figures, so the page is no part of what a publication makes anew.
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'parity' });
  return { title: t('title'), description: t('description'), alternates: alternates('/parity', locale) };
}

/** The parity report (C42): the same figures for each party. */
export default async function ParityPage({ params }: Props) {
  const { locale, workspace } = await openPage(params);
  const t = await getTranslations({ locale, namespace: 'parity' });
  const parties = await readParity({ workspaceId: workspace.id });
  return (
    <PublicFrame locale={locale} path="/parity">
      <article className="plain parity">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        {parties.length === 0 ? (
          <EmptyState>{t('none')}</EmptyState>
        ) : (
          <>
            <p>{t('counted')}</p>
            <ParityCharts parties={parties} heading="h2" />
            <h2>{t('figures')}</h2>
            <FiguresTable parties={parties} />
            <p>
              <a href={inLanguage('/parity/figures.csv', locale)}>{t('csv')}</a>
            </p>
          </>
        )}
      </article>
    </PublicFrame>
  );
}
