import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import { Notice } from '@/components/ui/notice';
import type { RetractionsOfDesk } from '@/db/queries/desk/retraction-of-desk';
import { loadDesk } from '../../../../../_frame/load-desk';
import { ReasonDialog } from '../../_panels/reason-dialog.client';
import { SignNow } from './sign-now';

/** A proposed retraction: its reason, which parties have signed, and what this member may do about it. */
export async function OpenRetraction({
  all,
  retraction,
  claimNumber,
}: {
  all: RetractionsOfDesk;
  retraction: NonNullable<RetractionsOfDesk['open']>;
  claimNumber: number;
}) {
  const { member, abilities, workspace, partyOf } = await loadDesk();
  const t = await getTranslations('correction.desk');
  const { published } = all;
  const isAsked = published?.parties.some(({ id }) => id === member.party?.id) ?? false;
  const isOwn = retraction.proposedByParty === member.party?.id;
  const date = (at: Date) => () => <DateText at={at} timeZone={workspace.timeZone} />;
  return (
    <>
      <Notice tone="wait" title={t('waits')}>
        <p>
          {t.rich('proposedBy', {
            number: retraction.revision,
            party: () => <Name>{partyOf(retraction.proposedByParty)?.name ?? ''}</Name>,
            date: date(retraction.proposedAt),
          })}
        </p>
        <blockquote dir="auto">{retraction.reason}</blockquote>
      </Notice>
      <h2>{t('signatures')}</h2>
      <ul>
        {(published?.parties ?? []).map(({ id, name }) => {
          const own = retraction.signOffs.filter(({ partyId }) => partyId === id);
          return (
            <li key={id}>
              <Name>{name}</Name>:{' '}
              {own.map(({ personId, at }) => (
                <span key={personId}>{t.rich('signedOn', { date: date(at) })} </span>
              ))}
              {retraction.missing.includes(id) && t(own.length === 0 ? 'missing' : 'another')}
            </li>
          );
        })}
      </ul>
      {published !== undefined && isAsked && abilities['retraction.sign'] && (
        <SignNow claimNumber={claimNumber} published={published} retraction={retraction} />
      )}
      {isAsked && !abilities['retraction.sign'] && <p className="muted">{t('moderators')}</p>}
      {isAsked && abilities['retraction.sign'] && (
        <div className="acts">
          <ReasonDialog
            trigger={<Button>{t(isOwn ? 'withdraw' : 'decline')}</Button>}
            title={t(isOwn ? 'withdraw' : 'decline')}
            description={t('endText')}
            label={t('endReason')}
            hint={t('endHint')}
            submit={t('end')}
            action={`/api/v1/retractions/${retraction.id}/end`}
            field="reason"
          />
        </div>
      )}
    </>
  );
}
