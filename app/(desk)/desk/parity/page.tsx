import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { FiguresTable } from '@/components/parity/figures-table';
import { ParityCharts } from '@/components/parity/parity-charts';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { parityWithLooks } from '@/db/queries/parity-with-looks';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { NotForStewards } from '../../_frame/not-for-stewards';
import { EvidenceWork } from './evidence-work';
import { type Period, periodIn, periods, sinceOf } from './period';
import { WaitingNow } from './waiting-now';

type Search = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('parity') };
}

/** What the public reads, over a period of one's choice, and what it does not: who is waited for now, and the work on the evidence. */
export default async function ParityPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requirePageActor();
  const { abilities } = await loadDesk();
  const period = periodIn((await searchParams).period);
  return (
    <DeskPage place="parity" words="plain">
      {abilities['events.read'] ? <Parity period={period} /> : <NotForStewards />}
    </DeskPage>
  );
}

async function Parity({ period }: { period: Period }) {
  const { member, db, context } = await loadDesk();
  const t = await getTranslations('parity');
  const since = sinceOf(period, context.now);
  const parties = await parityWithLooks({ workspaceId: member.workspaceId, ...(since === undefined ? {} : { since }) }, db);
  return (
    <main id="main" className="list parity" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
        <div className="end">
          <ButtonLink href="/parity">{t('desk.public')}</ButtonLink>
        </div>
      </div>
      <p>{t('lead')}</p>
      <nav aria-label={t('desk.period')} className="acts">
        {periods.map((one) => (
          <Link
            key={one}
            className="btn"
            href={one === 'all' ? '/desk/parity' : `/desk/parity?period=${one}`}
            aria-current={one === period ? 'page' : undefined}
          >
            {t(`desk.${one}`)}
          </Link>
        ))}
      </nav>
      <h2>{t('desk.now')}</h2>
      <WaitingNow />
      {parties.length === 0 ? (
        <EmptyState>{t('none')}</EmptyState>
      ) : (
        <>
          <p>{t('counted')}</p>
          <ParityCharts parties={parties} heading="h2" />
          <h2>{t('figures')}</h2>
          <FiguresTable parties={parties} />
          <h2>{t('desk.evidence')}</h2>
          <EvidenceWork since={since} />
        </>
      )}
    </main>
  );
}
