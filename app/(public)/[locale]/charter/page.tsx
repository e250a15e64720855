import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CharterArticle } from '@/app/(public)/_charter/charter-article';
import { alternates } from '@/app/(public)/_page/addresses';
import { BrokenNotice } from '@/app/(public)/_page/broken-bytes';
import { localeOf, openPage } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readCharter } from '@/app/(public)/_page/reads';
import { EmptyState } from '@/components/ui/empty-state';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'public' });
  return { title: t('nav.charter'), description: t('charter.description'), alternates: alternates('/charter', locale) };
}

/** The charter in force. */
export default async function CharterPage({ params }: Props) {
  const { locale, workspace } = await openPage(params);
  const t = await getTranslations({ locale, namespace: 'public' });
  const version = await readCharter({ workspaceId: workspace.id });
  return (
    <PublicFrame locale={locale} path="/charter" part="charter">
      {version !== null && 'broken' in version ? (
        <div className="plain">
          <h1>{t('nav.charter')}</h1>
          <BrokenNotice broken={version.broken} />
        </div>
      ) : version === null ? (
        <div className="plain">
          <h1>{t('nav.charter')}</h1>
          <EmptyState>{t('charter.none')}</EmptyState>
        </div>
      ) : (
        <CharterArticle reading={{ locale, workspace, version }} />
      )}
    </PublicFrame>
  );
}
