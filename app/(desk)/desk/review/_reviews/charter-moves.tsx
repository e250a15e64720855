import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { loadWords } from '../../../_frame/load-waiting';

/** What waits for the reader's word about the charter: a version to ratify, and claims that could go over to the one in force. */
export async function CharterMoves() {
  const t = await getTranslations('review.charter');
  const { charters: versions, moves } = await loadWords();
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
