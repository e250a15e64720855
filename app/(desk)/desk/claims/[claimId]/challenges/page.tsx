import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { EmptyState } from '@/components/ui/empty-state';
import { challengesOfDesk } from '@/db/queries/desk/challenges-of-desk';
import { claimOfDesk } from '@/db/queries/desk/claim-of-desk';
import { verdictOfClaim } from '@/db/queries/desk/verdict-of-claim';
import { id } from '@/domain/text-input';
import { DeskPage } from '../../../../_frame/desk-page';
import { loadDesk } from '../../../../_frame/load-desk';
import { NotForStewards } from '../../../../_frame/not-for-stewards';
import { WhichVerdict } from '../_panels/which-verdict';
import { DeskChallengeItem } from './_decide/desk-challenge-item';

type Address = { params: Promise<{ claimId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('challenge.desk'))('title') };
}

/** What was held against a claim's verdict, and what this member may say to it (C32). */
export default async function ChallengesPage({ params }: Address) {
  const member = await requirePageActor();
  const { abilities, db, context } = await loadDesk();
  if (!abilities['challenge.read']) {
    return (
      <DeskPage place="claims">
        <NotForStewards />
      </DeskPage>
    );
  }
  const claimId = id.safeParse((await params).claimId);
  const at = { claimId: claimId.data ?? '', workspaceId: member.workspaceId };
  const claim = claimId.success ? await claimOfDesk(at, db) : undefined;
  if (claim === undefined) notFound();
  const t = await getTranslations('challenge.desk');
  const [challenges, verdict] = await Promise.all([
    challengesOfDesk({ ...at, now: context.now }, db),
    verdictOfClaim({ claimId: claim.id }, db),
  ]);
  return (
    <DeskPage
      place="claims"
      words="challenges"
      crumbs={[{ label: t('claim', { number: claim.number }), href: `/desk/claims/${claim.id}` }, { label: t('title') }]}
    >
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('heading', { number: claim.number })}</h1>
        </div>
        <WhichVerdict verdict={verdict} />
        <p className="narrow muted">{t('rules')}</p>
        {challenges.length === 0 && <EmptyState>{t('none')}</EmptyState>}
        <ol className="challenges narrow" reversed>
          {challenges.map((challenge) => (
            <DeskChallengeItem key={challenge.id} challenge={challenge} />
          ))}
        </ol>
      </main>
    </DeskPage>
  );
}
