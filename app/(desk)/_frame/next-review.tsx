import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { loadDesk } from './load-desk';
import { loadReader } from './load-waiting';

/** From one revision straight to the next that waits for the reader's own signature, or nothing when there is none (SPEC D10). */
export async function NextReview({ except }: { except: string }) {
  const { member } = await loadDesk();
  const { inSigning } = await loadReader();
  const next = inSigning.find(({ revisionId, waitsForPerson }) => revisionId !== except && waitsForPerson(member));
  if (next === undefined) return null;
  const t = await getTranslations('review');
  return <ButtonLink href={`/desk/claims/${next.claimId}/revisions/${next.number}`}>{t('next')}</ButtonLink>;
}
