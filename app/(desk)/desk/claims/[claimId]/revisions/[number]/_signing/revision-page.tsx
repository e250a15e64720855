import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PartyMarks } from '@/components/record/party-mark';
import { RecordSheet } from '@/components/record/sheet/record-sheet';
import { DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { repliesBeside } from '@/db/queries/reply-of-claim';
import { transparencyFinding } from '@/db/queries/transparency';
import { isApproval } from '@/domain/charter/approvals';
import { lists } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';
import { DeskPage } from '../../../../../../_frame/desk-page';
import { loadDesk, partyRef } from '../../../../../../_frame/load-desk';
import { NextReview } from '../../../../../../_frame/next-review';
import { TransparencyNotice } from '../../../../../../_frame/transparency-notice';
import { ToClock } from './clock';
import { CorrectionNotice } from './correction-notice';
import type { View } from './read-address';
import { SigningSide } from './signing-side';
import { CompareWith, Since } from './since';

/** Left the bytes, right the position. */
export async function RevisionPage({ revision, view }: { revision: DeskRevision; view: View }) {
  const { workspace, partyOf, member, context } = await loadDesk();
  const t = await getTranslations('desk.revision');
  const { number, claimId, claimNumber, base } = revision;
  const parties = signingParties(revision.charter.charter).flatMap(({ id }) => partyOf(id) ?? []);
  // Who abstained or stood aside gave their party no position.
  const positions = revision.signOffs.filter(({ decision }) => decision !== 'recuse' && decision !== 'abstain');
  const signed = new Set(positions.map(({ partyId }) => partyId));
  const approved = new Set(positions.filter(({ decision }) => isApproval(decision)).map(({ partyId }) => partyId));
  return (
    <DeskPage
      place="review"
      crumbs={[
        { label: t('claim', { number: claimNumber }), href: `/desk/claims/${claimId}` },
        { label: t('title', { number }) },
      ]}
      end={
        <>
          <NextReview except={revision.id} />
          <PartyMarks
            parties={parties.map((party) => ({ ...partyRef(party), hollow: !approved.has(party.id) }))}
            label={t('signedOf', { signed: signed.size, total: parties.length })}
          />
        </>
      }
    >
      <div className="sign">
        <main id="main" className="desk2" tabIndex={-1}>
          <div className="since">
            <ToClock revision={revision} now={context.now} timeZone={workspace.timeZone} />
            <Since revision={revision} party={member.party?.name} timeZone={workspace.timeZone} />
            <ViewSwitch view={view} base={base?.number} />
            <CompareWith revision={revision} />
          </div>
          <article className="sheet">
            <p className="hd">
              <span>
                {t('frozen', { number, party: partyOf(revision.proposedByParty)?.name ?? '' })}{' '}
                <DateText at={revision.frozenAt} timeZone={workspace.timeZone} />
              </span>
              <Link href="/desk/charter">{t('charter', { number: revision.charter.number })}</Link>
            </p>
            <CorrectionNotice revision={revision} />
            <LeftOut revision={revision} />
            <ReplySince revision={revision} />
            <DeskSaidOf revision={revision} />
            {view === 'bytes' ? (
              <>
                <h1 className="sheet-title">{t('bytes', { number })}</h1>
                <pre className="raw">{revision.json}</pre>
              </>
            ) : (
              <RecordSheet record={revision.record} before={view === 'changes' ? base?.record : undefined} />
            )}
          </article>
        </main>
        <SigningSide revision={revision} />
      </div>
    </DeskPage>
  );
}

/** What was typed after the proposer's reading is left out on purpose; whoever signs is told (SPEC R9). */
async function LeftOut({ revision: { seq, headSeq } }: { revision: DeskRevision }) {
  const t = await getTranslations('desk.revision');
  return headSeq === null || headSeq <= seq ? null : <Notice>{t('leftOut', { seq, head: headSeq })}</Notice>;
}

/** A reply that came after the freeze is not in these bytes, and keeps them from being published (C18, SPEC RR6). */
async function ReplySince({ revision: { state, claimId, record, charter } }: { revision: DeskRevision }) {
  if (!(state === 'signing' || state === 'cooling-off') || !lists(charter.charter, 'C18')) return null;
  const { db } = await loadDesk();
  const t = await getTranslations('reply');
  return (await repliesBeside({ claimId, record }, db)) === 0 ? null : <Notice tone="stop">{t('late')}</Notice>;
}

/** What the desk does not say about itself keeps these bytes from being published too (C40). */
async function DeskSaidOf({ revision: { state, charter } }: { revision: DeskRevision }) {
  if (state !== 'signing' && state !== 'cooling-off') return null;
  const { db, member, context } = await loadDesk();
  const asked = { workspaceId: member.workspaceId, charter: charter.charter, now: context.now };
  return <TransparencyNotice finding={await transparencyFinding(asked, db)} />;
}

/** Links, so that each way of reading has an address and works without a script. */
async function ViewSwitch({ view, base }: { view: View; base: number | undefined }) {
  const t = await getTranslations('desk.revision.view');
  const views: View[] = base === undefined ? ['frozen', 'bytes'] : ['changes', 'frozen', 'bytes'];
  const compared = base === undefined ? '' : `&with=${base}`;
  return (
    <nav className="seg" aria-label={t('label')}>
      {views.map((name) => (
        <Link key={name} href={`?view=${name}${compared}`} aria-current={name === view ? 'true' : undefined} scroll={false}>
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
