import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResultsHeading } from '@/app/(public)/_list/results-heading';
import { SearchForm } from '@/app/(public)/_list/search-form';
import { VerdictRow } from '@/app/(public)/_list/verdict-rows';
import { inLanguage } from '@/app/(public)/_page/addresses';
import { localeOf, openPage } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readVerdicts } from '@/app/(public)/_page/reads';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { outcomes } from '@/domain/claim/outcomes';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'public' });
  return { title: t('search.title'), robots: { index: false, follow: true } };
}

/** Verdicts that hold every word and have the outcome that is asked for; without either, all of them. A page of its own, so that the front page stays in the cache. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { locale, workspace } = await openPage(params);
  const t = await getTranslations({ locale, namespace: 'public' });
  const position = await getTranslations({ locale, namespace: 'position' });
  const asked = await searchParams;
  const q = single(asked.q).trim();
  const outcome = outcomes.find((known) => known === single(asked.outcome)) ?? '';
  const { items, nextCursor } = await readVerdicts({ workspaceId: workspace.id, q, outcome, cursor: single(asked.cursor) });
  return (
    <PublicFrame locale={locale} path={address({ q, outcome })} part="verdicts">
      <SearchForm locale={locale} q={q} outcome={outcome} />
      <div className="cols two">
        <div>
          <ResultsHeading q={q} count={items.length} goesOn={nextCursor !== null} />
          <h2 className="vh">{t('search.results')}</h2>
          {items.map((verdict) => (
            <VerdictRow key={verdict.slug} verdict={verdict} locale={locale} timeZone={workspace.timeZone} />
          ))}
          {items.length === 0 && (
            <EmptyState action={<ButtonLink href={inLanguage('/', locale)}>{t('search.newest')}</ButtonLink>}>
              {outcome !== '' ? position('filter.none') : q === '' ? t('front.empty') : t('search.none', { q })}
            </EmptyState>
          )}
          <Pagination next={nextCursor === null ? undefined : inLanguage(address({ q, outcome, cursor: nextCursor }), locale)} />
        </div>
      </div>
    </PublicFrame>
  );
}

function single(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function address(query: { q: string; outcome: string; cursor?: string }): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return given.length === 0 ? '/search' : `/search?${new URLSearchParams(given)}`;
}
