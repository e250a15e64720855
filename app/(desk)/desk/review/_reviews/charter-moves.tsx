import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { chartersToRatify } from '@/db/queries/desk/charters-to-ratify';
import { movesToAgree } from '@/db/queries/desk/moves-to-agree';
import { loadDesk } from '../../../_frame/load-desk';

/** What waits for the reader's word about the charter: a version to ratify, and claims that could go over to the one in force. */
export async function CharterMoves() {
  const { member, db } = await loadDesk();
  const t = await getTranslations('review.charter');
  const [versions, moves] = await Promise.all([chartersToRatify({ member }, db), movesToAgree({ member }, db)]);
  if (versions.length + moves.length === 0) return null;
  return (
    <section aria-labelledby="asked-charter">
      <h2 id="asked-charter">{t('title')}</h2>
      <ul className="reviews short">
        {versions.map((number) => (
          <li key={number}>
            <Link className="name" href="/desk/charter">
              {t('ratify', { number })}
            </Link>
          </li>
        ))}
        {moves.map(({ claimId, claimNumber, charter }) => (
          <li key={claimId}>
            <Link className="name" href={`/desk/claims/${claimId}`}>
              {t('move', { claim: claimNumber, charter })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
