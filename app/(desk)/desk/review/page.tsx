import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { type RevisionInSigning, revisionsInSigning } from '@/db/queries/desk/revisions-in-signing';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { NotForStewards } from '../../_frame/not-for-stewards';
import { OpenChallenges } from './_challenges/open-challenges';
import { waitsFor } from './waits-for';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('review') };
}

export default async function ReviewPage() {
  await requirePageActor();
  const { abilities } = await loadDesk();
  return (
    <DeskPage place="review" words="plain">
      {abilities['revision.read'] ? <Review /> : <NotForStewards />}
    </DeskPage>
  );
}

async function Review() {
  const { member, db } = await loadDesk();
  const t = await getTranslations('desk.review');
  const open = await revisionsInSigning(member, db);
  const mine = open.filter((revision) => waitsFor(revision, member.party));
  const others = open.filter((revision) => !waitsFor(revision, member.party));
  return (
    <main id="main" className="list" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
      </div>
      {open.length === 0 && <EmptyState>{t('none')}</EmptyState>}
      {mine.length > 0 && <h2>{t('mine', { party: member.party?.name ?? '' })}</h2>}
      <RevisionList revisions={mine} />
      {others.length > 0 && <h2>{t('others')}</h2>}
      <RevisionList revisions={others} />
      <OpenChallenges />
    </main>
  );
}

async function RevisionList({ revisions }: { revisions: RevisionInSigning[] }) {
  const { workspace, partyOf } = await loadDesk();
  const t = await getTranslations('desk.review');
  const progress = await getTranslations('desk.claims.progress');
  if (revisions.length === 0) return null;
  const signing = workspace.parties.filter(({ standing }) => standing === 'signing');
  return (
    <ul className="todo narrow">
      {revisions.map((revision) => (
        <li key={revision.id}>
          <Link className="name" href={`/desk/claims/${revision.claimId}/revisions/${revision.number}`} lang={revision.language}>
            <bdi>{revision.heading}</bdi>
          </Link>
          <div className="proposed">
            <span>
              {t('line', { number: revision.number, party: partyOf(revision.proposedByParty)?.name ?? '' })}{' '}
              <DateText at={revision.frozenAt} timeZone={workspace.timeZone} />
            </span>
            <span className="marks">
              {signing.map((party) => {
                const decision = revision.signOffs.findLast((signOff) => signOff.partyId === party.id)?.decision;
                return (
                  <PartyMark
                    key={party.id}
                    position={party.position}
                    letter={party.letter}
                    size="sm"
                    hollow={decision === undefined}
                    label={progress(decision ?? 'unsigned', { party: party.name })}
                  />
                );
              })}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
