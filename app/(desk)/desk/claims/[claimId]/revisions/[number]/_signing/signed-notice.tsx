import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { joinNames } from '@/components/ui/join-names';
import { Notice } from '@/components/ui/notice';
import type { DeskRevision, DeskSignOff } from '@/db/queries/desk/revision-of-desk';
import { isApproval } from '@/domain/charter/approvals';

/** What the reader's party has signed, who is still to sign, and the way to the exact bytes of its statement. */
export function SignedNotice({
  revision,
  signOff,
  party,
  waiting,
  timeZone,
}: {
  revision: Pick<DeskRevision, 'claimId' | 'number'>;
  signOff: Pick<DeskSignOff, 'decision' | 'at' | 'position'>;
  party: string;
  waiting: string[];
  timeZone: string;
}) {
  const t = useTranslations('desk.signing.signed');
  const { claimId, number } = revision;
  const decision = signOff.decision.replaceAll('-', '_');
  return (
    <Notice
      tone={isApproval(signOff.decision) ? 'ok' : 'info'}
      live="status"
      title={t.rich('title', { party, decision, date: () => <DateText at={signOff.at} timeZone={timeZone} /> })}
    >
      {waiting.length > 0 && <p>{t('waiting', { count: waiting.length, parties: joinNames(waiting, t('and')) })}</p>}
      <p>
        <a href={`/desk/claims/${claimId}/revisions/${number}/sign-offs/${signOff.position}`}>{t('bytes')}</a>
      </p>
    </Notice>
  );
}
