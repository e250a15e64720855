import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { claimOfDesk } from '@/db/queries/desk/claim-of-desk';
import { id } from '@/domain/text-input';
import { DeskPage } from '../../../../_frame/desk-page';
import { loadDesk } from '../../../../_frame/load-desk';
import { NotForStewards } from '../../../../_frame/not-for-stewards';
import { type HistoryAddress, readAddress } from './_versions/read-address';
import { VersionsPage } from './_versions/versions-page';

type Address = { params: Promise<{ claimId: string }>; searchParams: Promise<HistoryAddress> };

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.versions'))('title') };
}

export default async function HistoryPage({ params, searchParams }: Address) {
  const member = await requirePageActor();
  const { abilities, db } = await loadDesk();
  if (!abilities['claim.read']) {
    return (
      <DeskPage place="claims">
        <NotForStewards />
      </DeskPage>
    );
  }
  const claimId = id.safeParse((await params).claimId);
  const claim = claimId.success ? await claimOfDesk({ claimId: claimId.data, workspaceId: member.workspaceId }, db) : undefined;
  // A claim that was never opened has no record.
  if (claim === undefined || claim.charterNumber === null) notFound();
  return <VersionsPage claim={claim} address={readAddress(await searchParams)} />;
}
