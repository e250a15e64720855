import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { DeskClaim } from '@/db/queries/desk/claim-of-desk';

/** The claims that were closed as duplicates of this one (SPEC IN12). */
export async function Duplicates({ claim }: { claim: DeskClaim }) {
  if (claim.duplicates.length === 0) return null;
  const t = await getTranslations('intake.duplicate');
  return (
    <p className="by">
      {t('duplicates', { count: claim.duplicates.length })}{' '}
      {claim.duplicates.map(({ id, number }) => (
        <Link key={id} href={`/desk/claims/${id}`}>
          {t('claim', { number })}
        </Link>
      ))}
    </p>
  );
}
