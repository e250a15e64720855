import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { RetractionsOfDesk } from '@/db/queries/desk/retraction-of-desk';
import { lists } from '@/domain/charter/charter-text';
import { loadDesk } from '../../../../../_frame/load-desk';
import { ProposeRetractionForm } from './propose-retraction-form.client';

/** The form that proposes a retraction, or why there is none. */
export async function ProposeRetraction({ all: { published, challenges } }: { all: RetractionsOfDesk }) {
  const { abilities } = await loadDesk();
  const t = await getTranslations('correction.desk');
  if (published === undefined) return <Notice>{t('notPublished')}</Notice>;
  if (!lists(published.charter, 'C35')) return <Notice>{t('noClause')}</Notice>;
  if (published.left.length > 0)
    return <Notice title={t('left', { parties: published.left.map(({ name }) => name).join(', ') })}>{t('leftText')}</Notice>;
  return abilities['retraction.propose'] ? <ProposeRetractionForm revisionId={published.id} challenges={challenges} /> : null;
}
