import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { isFiltered } from '@/domain/claim/list-view';
import { CharterStepNotice } from '../../_frame/charter-step';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { NotForStewards } from '../../_frame/not-for-stewards';
import { ClaimsTable } from './_list/claims-table.client';
import { FilterBar } from './_list/filter-bar';
import { type LoadedList, loadList } from './_list/load-list';
import { StagesOnly } from './_list/stages-only';
import { ViewBar } from './_list/view-bar';

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('claims') };
}

export default async function ClaimsPage({ searchParams }: { searchParams: Search }) {
  await requirePageActor();
  const { abilities } = await loadDesk();
  const search = await searchParams;
  // Before the frame, which counts what waits: the two are asked at once.
  const list = abilities['claim.read'] ? await loadList(search) : undefined;
  return (
    <DeskPage place="claims" words="claims">
      {list !== undefined ? (
        <Claims list={list} />
      ) : abilities['claim.list'] ? (
        <StagesOnly before={search.before} />
      ) : (
        <NotForStewards />
      )}
    </DeskPage>
  );
}

async function Claims({ list }: { list: LoadedList }) {
  const { abilities, workspace } = await loadDesk();
  const t = await getTranslations('desk.claims');
  const words = await getTranslations('list.table');
  const { counts, total, rows, view } = list;
  const atWork = (counts.submitted ?? 0) + (counts.open ?? 0) + (counts.signing ?? 0);
  return (
    <main id="main" className="list" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
        <span className="muted num">{words('summary', { count: total, open: atWork })}</span>
        {abilities['claim.submit'] && (
          <div className="end">
            <ButtonLink look="primary" href="/desk/claims/new" icon={<Icon as={Plus} />}>
              {t('new')}
            </ButtonLink>
          </div>
        )}
      </div>
      <CharterStepNotice />
      <ViewBar list={list} />
      <FilterBar list={list} />
      {rows.length === 0 ? (
        <EmptyState action={isFiltered(view) ? <ButtonLink href="/desk/claims">{t('showAll')}</ButtonLink> : undefined}>
          {t(isFiltered(view) ? 'noneFound' : 'none')}
        </EmptyState>
      ) : (
        <ClaimsTable
          rows={rows}
          view={view}
          counts={counts}
          parties={workspace.parties}
          people={list.people}
          timeZone={list.timeZone}
          canChange={abilities['claim.schedule']}
          previous={list.previous}
          next={list.next}
        />
      )}
    </main>
  );
}
