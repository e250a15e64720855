import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { PublicChallenge } from '@/db/queries/public/challenges';
import { inLanguage } from '../_page/addresses';

/** What came of an accepted challenge: the revision that answers it, or the retraction (SPEC GC7). */
export function AnsweredBy({ challenge: { answer, slug }, locale }: { challenge: PublicChallenge; locale: string }) {
  const t = useTranslations('correction.answered');
  if (answer === undefined) return null;
  const path = answer.kind === 'retraction' ? `/verdicts/${slug}` : `/verdicts/${slug}/revisions/${answer.number}`;
  return (
    <p>
      <Link href={inLanguage(path, locale)} prefetch={false}>
        {t(answer.kind, { number: answer.number })}
      </Link>
    </p>
  );
}
