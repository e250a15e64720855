import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { id } from '@/domain/text-input';
import { DeskPage } from '../../../_frame/desk-page';
import { loadDesk } from '../../../_frame/load-desk';
import { NotForStewards } from '../../../_frame/not-for-stewards';
import { readPanel } from './_panels/panel-name';
import { loadRecord } from './_record/load-record';
import { RecordPage } from './_record/record-page';
import { TriagePage } from './_triage/triage-page';

type Address = { params: Promise<{ claimId: string }>; searchParams: Promise<{ panel?: string | string[] }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  await requirePageActor();
  const { abilities } = await loadDesk();
  const claimId = id.safeParse((await params).claimId);
  const record = abilities['claim.read'] && claimId.success ? await loadRecord(claimId.data) : undefined;
  return { title: record?.heading ?? (await getTranslations('desk.nav'))('claims') };
}

export default async function ClaimPage({ params, searchParams }: Address) {
  await requirePageActor();
  const { abilities } = await loadDesk();
  if (!abilities['claim.read']) {
    return (
      <DeskPage place="claims">
        <NotForStewards />
      </DeskPage>
    );
  }
  const claimId = id.safeParse((await params).claimId);
  const record = claimId.success ? await loadRecord(claimId.data) : undefined;
  if (record === undefined) notFound();
  // A claim that was never opened has no record: it is triaged, or it was closed at once.
  if (record.charter === undefined || record.facts === undefined) return <TriagePage record={record} />;
  return (
    <RecordPage record={record} charter={record.charter} facts={record.facts} panel={readPanel((await searchParams).panel)} />
  );
}
