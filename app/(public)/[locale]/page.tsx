import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskFacts } from '@/app/(public)/_list/desk-facts';
import { SearchForm } from '@/app/(public)/_list/search-form';
import { LeadVerdict, VerdictRow } from '@/app/(public)/_list/verdict-rows';
import { alternates, inLanguage } from '@/app/(public)/_page/addresses';
import { localeOf } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readVerdicts, readWorkspace } from '@/app/(public)/_page/reads';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'public' });
  const workspace = await readWorkspace({});
  // A layout's title is a template for the pages below it, and this page stands beside it.
  const title = [t('front.title'), workspace?.name].filter(Boolean).join(' · ');
  return { title: { absolute: title }, description: t('facts.what'), alternates: alternates('/', locale) };
}

export default async function FrontPage({ params }: Props) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'public' });
  const workspace = await readWorkspace({});
  if (workspace === null) {
    return (
      <PublicFrame locale={locale} path="/" part="verdicts">
        <h1 className="vh">{t('front.title')}</h1>
        <EmptyState>{t('front.notSetUp')}</EmptyState>
      </PublicFrame>
    );
  }
  const { items, nextCursor } = await readVerdicts({ workspaceId: workspace.id });
  const [lead, ...rows] = items;
  const shown = { locale, timeZone: workspace.timeZone };
  return (
    <PublicFrame locale={locale} path="/" part="verdicts">
      <h1 className="vh">{t('front.heading', { workspace: workspace.name })}</h1>
      <SearchForm locale={locale} />
      <div className="cols two">
        <div>
          {lead === undefined ? (
            <EmptyState action={<ButtonLink href={inLanguage('/about', locale)}>{t('facts.about')}</ButtonLink>}>
              {t('front.empty')}
            </EmptyState>
          ) : (
            <LeadVerdict verdict={lead} {...shown} />
          )}
          {rows.map((verdict) => (
            <VerdictRow key={verdict.slug} verdict={verdict} {...shown} />
          ))}
          {nextCursor !== null && (
            <p className="acts">
              <ButtonLink href={inLanguage(`/search?cursor=${nextCursor}`, locale)}>{t('list.older')}</ButtonLink>
            </p>
          )}
        </div>
        <DeskFacts locale={locale} workspace={workspace} />
      </div>
    </PublicFrame>
  );
}
