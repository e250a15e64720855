import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { DeskRevision, DeskSignOff } from '@/db/queries/desk/revision-of-desk';
import { takingBack } from '@/domain/claim/forecast';
import { hoursAfter } from '@/domain/claim/signing-clock';
import { Moment } from '../../../../../../_words/moment';
import { ReasonDialog } from '../../../_panels/reason-dialog.client';
import { ForecastSentence } from './forecast-line';
import { HoldDialog } from './hold-dialog.client';
import { lifeOf } from './life-of';

type Props = {
  revision: DeskRevision;
  /** The person's own sign-off, where it may be taken back. */
  own: DeskSignOff | undefined;
  canHold: boolean;
  canWithdraw: boolean;
  now: Date;
  timeZone: string;
};

/** What a person can still do about an open revision, each with its reason and with what follows from it said first. */
export function Acts(props: Props) {
  const { own, canHold, canWithdraw } = props;
  const t = useTranslations('life');
  if (own === undefined && !canHold && !canWithdraw) return null;
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{t('acts')}</h2>
      <div className="acts">
        {own !== undefined && <TakeBack {...props} own={own} />}
        {canHold && <Hold {...props} />}
        {canWithdraw && <WithdrawProposal {...props} />}
      </div>
    </section>
  );
}

function TakeBack({ revision, own, now, timeZone }: Props & { own: DeskSignOff }) {
  const t = useTranslations('life.takeBack');
  const left = takingBack(lifeOf(revision), own, now);
  return (
    <ReasonDialog
      trigger={<Button>{t('open')}</Button>}
      title={t('title')}
      description={
        <>
          {t(left.state === revision.state ? 'counts' : 'reopens')} {t('stays')} {t('then')}{' '}
          <ForecastSentence life={left} timeZone={timeZone} />
        </>
      }
      label={t('reason')}
      hint={t('hint')}
      submit={t('send')}
      action={`/api/v1/revisions/${revision.id}/sign-off-withdrawals`}
      field="reason"
      focusAfter="signing"
    />
  );
}

function Hold({ revision, now, timeZone }: Props) {
  const t = useTranslations('life.hold');
  const limit = revision.charter.charter.parameters.safetyHoldHours;
  const latest = hoursAfter(revision.releasesAt ?? now, limit);
  return (
    <HoldDialog
      revisionId={revision.id}
      limit={limit}
      latest={t.rich('latest', { date: () => <Moment at={latest} now={now} timeZone={timeZone} /> })}
    />
  );
}

function WithdrawProposal({ revision }: Props) {
  const t = useTranslations('desk.signing');
  return (
    <ReasonDialog
      trigger={<Button>{t('withdraw')}</Button>}
      title={t('withdraw')}
      description={t('withdrawText')}
      label={t('reason')}
      hint={t('withdrawHint')}
      submit={t('withdrawSubmit')}
      action={`/api/v1/revisions/${revision.id}/withdrawal`}
      field="reason"
      focusAfter="signing"
    />
  );
}
