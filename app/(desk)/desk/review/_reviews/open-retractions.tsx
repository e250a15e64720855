import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import { joinNames } from '@/components/ui/join-names';
import { loadDesk } from '../../../_frame/load-desk';
import { loadWords } from '../../../_frame/load-waiting';

/** The retractions that wait for signatures, and whose. */
export async function OpenRetractions() {
  const { workspace, partyOf } = await loadDesk();
  const t = await getTranslations('review');
  const { retractions: open } = await loadWords();
  if (open.length === 0) return null;
  const names = (ids: string[]) =>
    joinNames(
      ids.map((id) => partyOf(id)?.name ?? ''),
      t('and'),
    );
  return (
    <section aria-labelledby="asked-retractions">
      <h2 id="asked-retractions">{t('retraction.title')}</h2>
      <ul className="reviews short">
        {open.map(({ id, claimId, claimNumber, proposedByParty, proposedAt, missing }) => (
          <li key={id}>
            <div className="what">
              <Link className="name" href={`/desk/claims/${claimId}/retraction`}>
                {t('retraction.of', { claim: claimNumber })}
              </Link>
              <p className="gist">
                <span>
                  {t('retraction.line', { party: partyOf(proposedByParty)?.name ?? '' })}{' '}
                  <DateText at={proposedAt} timeZone={workspace.timeZone} />
                </span>
                {missing.length > 0 && <span>{t('waitsFor', { parties: names(missing) })}</span>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
