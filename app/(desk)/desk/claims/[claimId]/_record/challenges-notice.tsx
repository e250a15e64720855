import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { challengesOfDesk } from '@/db/queries/desk/challenges-of-desk';
import { isOpen } from '@/domain/challenge/transitions';
import { loadDesk } from '../../../../_frame/load-desk';

/** That somebody has challenged the published verdict, and how many of these wait. */
export async function ChallengesNotice({ claimId }: { claimId: string }) {
  const { member, db, context, abilities } = await loadDesk();
  if (!abilities['challenge.read']) return null;
  const all = await challengesOfDesk({ workspaceId: member.workspaceId, claimId, now: context.now }, db);
  if (all.length === 0) return null;
  const t = await getTranslations('challenge.desk');
  const open = all.filter(({ state }) => isOpen(state));
  const overdue = open.filter(({ acknowledgement, decision }) => [acknowledgement.clock, decision.clock].includes('overdue'));
  return (
    <Notice
      tone={open.length === 0 ? 'info' : 'wait'}
      title={t('notice', { all: all.length, open: open.length })}
      actions={<ButtonLink href={`/desk/claims/${claimId}/challenges`}>{t('read')}</ButtonLink>}
    >
      {overdue.length > 0 && t('overdue', { count: overdue.length })}
    </Notice>
  );
}
