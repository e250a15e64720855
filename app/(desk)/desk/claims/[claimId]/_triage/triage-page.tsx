import { getTranslations } from 'next-intl/server';
import { StageBar } from '@/components/record/stage-bar';
import { Notice } from '@/components/ui/notice';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { lists } from '@/domain/charter/charter-text';
import { CharterStepNotice } from '../../../../_frame/charter-step';
import { DeskPage } from '../../../../_frame/desk-page';
import { loadDesk } from '../../../../_frame/load-desk';
import { Appearances } from '../_record/appearances';
import { ClaimBanner } from '../_record/claim-banner';
import { Duplicates } from '../_record/duplicates';
import { History } from '../_record/history';
import type { LoadedRecord } from '../_record/load-record';
import { ClaimWork } from '../_work/claim-work';
import { LikeClaimsBox } from './like-claims-box';
import { TriageActions } from './triage-actions.client';

/** A claim before its record: is it checkable, is it a duplicate, where did it appear? */
export async function TriagePage({ record }: { record: LoadedRecord }) {
  const { abilities, context, partyOf, member, db } = await loadDesk();
  const t = await getTranslations('desk.triage');
  const { claim } = record;
  const today = context.now.toISOString().slice(0, 10);
  const isWaiting = claim.state === 'submitted';
  const charter = isWaiting ? await charterInForce(member, db) : undefined;
  const asksKind = charter !== undefined && lists(charter.charter, 'C02');
  return (
    <DeskPage place="claims" crumbs={[{ label: t('crumb', { number: claim.number }) }]}>
      <div className="edit">
        <main id="main" className="canvas" tabIndex={-1}>
          {isWaiting && <StageBar current="submitted" />}
          <h1 className="lab">{t('heading', { number: claim.number })}</h1>
          <ClaimBanner record={record} />
          <ClaimWork record={record} />
          <blockquote className="claim" lang={claim.language} dir="auto">
            {claim.wording}
          </blockquote>
          {claim.neutralTitle !== null && (
            <p className="muted">
              {t('neutralTitle')} <bdi lang={claim.language}>{claim.neutralTitle}</bdi>
            </p>
          )}
          <Duplicates claim={claim} />
          <Appearances claim={claim} canAdd={isWaiting && abilities['appearance.add']} today={today} />
          <p className="muted">{t('from', { party: partyOf(claim.submittedByParty)?.name ?? '' })}</p>
          {isWaiting && (
            <section className="box" aria-labelledby="triage">
              <h2 id="triage">{t('title')}</h2>
              <ul>
                <li>{t('checkable')}</li>
                <li>{t('duplicate')}</li>
              </ul>
              <CharterStepNotice />
              <LikeClaimsBox record={record} />
              {abilities['claim.open'] ? (
                <TriageActions claimId={claim.id} wording={claim.wording} asksKind={asksKind} />
              ) : (
                <Notice>{t('others')}</Notice>
              )}
            </section>
          )}
        </main>
        <aside className="rr" aria-label={t('history')}>
          <div className="in panel">
            <History record={record} />
          </div>
        </aside>
      </div>
    </DeskPage>
  );
}
