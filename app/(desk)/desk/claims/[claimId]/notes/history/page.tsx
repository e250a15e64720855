import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { claimOfDesk } from '@/db/queries/desk/claim-of-desk';
import { id } from '@/domain/text-input';
import { DeskPage } from '../../../../../_frame/desk-page';
import { loadDesk } from '../../../../../_frame/load-desk';
import { NotForStewards } from '../../../../../_frame/not-for-stewards';
import { type HistoryAddress, readAddress } from '../../history/_versions/read-address';
import { NotesVersionsPage } from './_versions/notes-versions-page';

type Address = { params: Promise<{ claimId: string }>; searchParams: Promise<HistoryAddress> };

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('history.notes'))('title') };
}

export default async function NotesHistoryPage({ params, searchParams }: Address) {
  const member = await requirePageActor();
  const { abilities, db } = await loadDesk();
  if (!abilities['notes.read'] || member.party === null) {
    return (
      <DeskPage place="claims">
        <NotForStewards />
      </DeskPage>
    );
  }
  const claimId = id.safeParse((await params).claimId);
  const claim = claimId.success ? await claimOfDesk({ claimId: claimId.data, workspaceId: member.workspaceId }, db) : undefined;
  if (claim === undefined) notFound();
  return <NotesVersionsPage claim={claim} party={member.party} address={readAddress(await searchParams)} />;
}
