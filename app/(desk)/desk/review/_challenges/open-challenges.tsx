import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import { loadDesk } from '../../../_frame/load-desk';
import { loadWords } from '../../../_frame/load-waiting';

/** The challenges that wait for somebody's word, those first whose time is over soonest. */
export async function OpenChallenges() {
  const { member, workspace } = await loadDesk();
  const t = await getTranslations('challenge');
  const { challenges: open } = await loadWords();
  if (open.length === 0) return null;
  const waitsForUs = ({ decisions, parties }: (typeof open)[number]) =>
    parties.includes(member.party?.id ?? '') && !decisions.some(({ partyId }) => partyId === member.party?.id);
  return (
    <section aria-labelledby="challenges">
      <h2 id="challenges">{t('desk.open')}</h2>
      <ul className="todo narrow">
        {open.map((challenge) => {
          const { id, claimId, claimNumber, number, about, acknowledgement, decision } = challenge;
          const next = acknowledgement.at === null ? 'acknowledgement' : 'decision';
          return (
            <li key={id}>
              <Link className="name" href={`/desk/claims/${claimId}/challenges#challenge-${number}`}>
                {t('desk.line', { number, claim: claimNumber, about: t(`about.${about}`) })}
              </Link>
              <div className="proposed">
                <span>
                  {t(`clock.${next}`)}:{' '}
                  {t.rich(`clock.${challenge[next].clock}`, {
                    by: () => <DateText at={challenge[next].by} timeZone={workspace.timeZone} />,
                    at: () => <DateText at={decision.at ?? decision.by} timeZone={workspace.timeZone} />,
                  })}
                </span>
                <span>{t(waitsForUs(challenge) ? 'desk.forUs' : 'desk.forOthers')}</span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
