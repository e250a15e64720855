import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';

/** That this revision corrects one that the public reads: how gravely, why, and which challenge it answers (SPEC GC1). */
export async function CorrectionNotice({ revision: { correction } }: { revision: DeskRevision }) {
  if (correction === undefined) return null;
  const t = await getTranslations('correction');
  return (
    <Notice title={t(`grade.${correction.grade}`)}>
      <p>{t('banner.reason')}</p>
      <blockquote dir="auto">{correction.reason}</blockquote>
      {correction.challenge !== undefined && <p>{t('banner.answers', { number: correction.challenge })}</p>}
    </Notice>
  );
}
