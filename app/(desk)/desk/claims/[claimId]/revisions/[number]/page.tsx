import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { revisionOfDesk } from '@/db/queries/desk/revision-of-desk';
import { id } from '@/domain/text-input';
import { DeskPage } from '../../../../../_frame/desk-page';
import { loadDesk } from '../../../../../_frame/load-desk';
import { NotForStewards } from '../../../../../_frame/not-for-stewards';
import { readRevisionNumber, readView } from './_signing/read-address';
import { RevisionPage } from './_signing/revision-page';

type Address = {
  params: Promise<{ claimId: string; number: string }>;
  searchParams: Promise<{ view?: string | string[]; with?: string | string[] }>;
};

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  await requirePageActor();
  const t = await getTranslations('desk.revision');
  return { title: t('title', { number: (await params).number }) };
}

export default async function ReadAndSignPage({ params, searchParams }: Address) {
  const member = await requirePageActor();
  const { abilities, db } = await loadDesk();
  if (!abilities['revision.read']) {
    return (
      <DeskPage place="review">
        <NotForStewards />
      </DeskPage>
    );
  }
  const address = await params;
  const claimId = id.safeParse(address.claimId);
  const number = readRevisionNumber(address.number);
  const asked = await searchParams;
  const { workspaceId, party } = member;
  const compareWith = typeof asked.with === 'string' ? readRevisionNumber(asked.with) : undefined;
  const revision =
    claimId.success && number !== undefined
      ? await revisionOfDesk({ claimId: claimId.data, number, workspaceId, partyId: party?.id ?? null, compareWith }, db)
      : undefined;
  if (revision === undefined) notFound();
  return <RevisionPage revision={revision} view={readView(asked.view, revision.base !== undefined)} />;
}
