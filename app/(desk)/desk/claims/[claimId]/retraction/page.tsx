import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { claimOfDesk } from '@/db/queries/desk/claim-of-desk';
import { retractionsOfDesk } from '@/db/queries/desk/retraction-of-desk';
import { verdictOfClaim } from '@/db/queries/desk/verdict-of-claim';
import { id } from '@/domain/text-input';
import { DeskPage } from '../../../../_frame/desk-page';
import { loadDesk } from '../../../../_frame/load-desk';
import { NotForStewards } from '../../../../_frame/not-for-stewards';
import { WhichVerdict } from '../_panels/which-verdict';
import { EndedRetractions } from './_retract/ended-retractions';
import { OpenRetraction } from './_retract/open-retraction';
import { ProposeRetraction } from './_retract/propose-retraction';

type Address = { params: Promise<{ claimId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('correction.desk'))('title') };
}

/** Taking a verdict back: proposing it, and signing that for one's party (C35). */
export default async function RetractionPage({ params }: Address) {
  const member = await requirePageActor();
  const { abilities, db } = await loadDesk();
  if (!abilities['revision.read']) {
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
  const t = await getTranslations('correction.desk');
  const [all, verdict] = await Promise.all([retractionsOfDesk(at, db), verdictOfClaim({ claimId: claim.id }, db)]);
  return (
    <DeskPage
      place="claims"
      words="retraction"
      crumbs={[{ label: t('claim', { number: claim.number }), href: `/desk/claims/${claim.id}` }, { label: t('title') }]}
    >
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('heading', { number: claim.number })}</h1>
        </div>
        <WhichVerdict verdict={verdict} withFinding />
        <p className="narrow muted">{t('rules')}</p>
        <div className="narrow">
          {all.open === undefined ? (
            <ProposeRetraction all={all} />
          ) : (
            <OpenRetraction all={all} retraction={all.open} claimNumber={claim.number} />
          )}
          <EndedRetractions ended={all.ended} />
        </div>
      </main>
    </DeskPage>
  );
}
