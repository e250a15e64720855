import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { retractionsOfDesk } from '@/db/queries/desk/retraction-of-desk';
import { lists } from '@/domain/charter/charter-text';
import { loadDesk } from '../../../../_frame/load-desk';

/** The way to take the published verdict back, and that somebody proposed it or that it was done. */
export async function RetractionNotice({ claimId }: { claimId: string }) {
  const { member, db, abilities } = await loadDesk();
  if (!abilities['revision.read']) return null;
  const { published, open, ended } = await retractionsOfDesk({ claimId, workspaceId: member.workspaceId }, db);
  const isRetracted = published === undefined && ended.some(({ state }) => state === 'made');
  if (!isRetracted && (published === undefined || !lists(published.charter, 'C35'))) return null;
  const t = await getTranslations('correction');
  const title = open === undefined ? (isRetracted ? t('retracted.kick') : undefined) : t('desk.waits');
  return (
    <Notice
      tone={title === undefined ? 'info' : 'wait'}
      title={title}
      actions={
        <ButtonLink href={`/desk/claims/${claimId}/retraction`}>{t(title === undefined ? 'desk.open' : 'desk.title')}</ButtonLink>
      }
    >
      {title === undefined ? t('desk.openText') : undefined}
    </Notice>
  );
}
