import { Plus, Search } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { claimStages, claimsOfDesk } from '@/db/queries/desk/claims-of-desk';
import { CharterStepNotice } from '../../_frame/charter-step';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { ClaimsTable } from './_list/claims-table';
import { type ClaimFilter, readFilter, stageOrder } from './_list/filter';
import { StagesOnly } from './_list/stages-only';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('claims') };
}

export default async function ClaimsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const member = await requirePageActor();
  const { db, abilities, workspace } = await loadDesk();
  const t = await getTranslations('desk.claims');
  const filter = readFilter(await searchParams);
  const claims = abilities['claim.read'] ? await claimsOfDesk({ workspaceId: member.workspaceId, ...filter }, db) : [];
  const isFiltered = filter.text !== '' || filter.stage !== undefined;
  return (
    <DeskPage place="claims">
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
          <span className="muted num">{abilities['claim.read'] && t('count', { count: claims.length })}</span>
          {abilities['claim.submit'] && (
            <div className="end">
              <ButtonLink look="primary" href="/desk/claims/new" icon={<Icon as={Plus} />}>
                {t('new')}
              </ButtonLink>
            </div>
          )}
        </div>
        <CharterStepNotice />
        {abilities['claim.read'] ? <FilterBar filter={filter} /> : <StagesOnly claims={await claimStages(member, db)} />}
        {abilities['claim.read'] && claims.length === 0 && (
          <EmptyState action={isFiltered ? <ButtonLink href="/desk/claims">{t('showAll')}</ButtonLink> : undefined}>
            {t(isFiltered ? 'noneFound' : 'none')}
          </EmptyState>
        )}
        {claims.length > 0 && <ClaimsTable claims={claims} parties={workspace.parties} timeZone={workspace.timeZone} />}
      </main>
    </DeskPage>
  );
}

/** Plain GET parameters: a filtered list has an address, and works before any script has loaded. */
async function FilterBar({ filter }: { filter: ClaimFilter }) {
  const t = await getTranslations('desk.claims');
  const states = await getTranslations('state');
  return (
    <search>
      <form className="fb" method="get" action="/desk/claims">
        <label className="field">
          <Icon as={Search} />
          <span className="vh">{t('find')}</span>
          <input type="search" name="q" defaultValue={filter.text} placeholder={t('find')} maxLength={200} />
        </label>
        <label>
          <span className="vh">{t('stage')}</span>
          <select className="inp" name="stage" defaultValue={filter.stage ?? ''}>
            <option value="">{t('anyStage')}</option>
            {stageOrder.map((stage) => (
              <option key={stage} value={stage}>
                {states(stage)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit">{t('filter')}</Button>
      </form>
    </search>
  );
}
