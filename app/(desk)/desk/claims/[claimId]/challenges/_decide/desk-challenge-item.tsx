import { getTranslations } from 'next-intl/server';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { DeskChallenge } from '@/db/queries/desk/challenges-of-desk';
import { mayDecide } from '@/domain/challenge/asked-of';
import { isOpen } from '@/domain/challenge/transitions';
import { CommandButton } from '../../../../../_forms/command-button.client';
import { loadDesk } from '../../../../../_frame/load-desk';
import { DecideForm } from './decide-form.client';

/** One challenge: what it says, its clocks, what each party said to it, and this member's own step. */
export async function DeskChallengeItem({ challenge }: { challenge: DeskChallenge }) {
  const { member, abilities, workspace, partyOf } = await loadDesk();
  const t = await getTranslations('challenge');
  const { id, state, decisions, parties } = challenge;
  const own = member.party;
  const silent = parties.filter((partyId) => !decisions.some((one) => one.partyId === partyId));
  return (
    <li id={`challenge-${challenge.number}`}>
      <h2>
        {t('number', { number: challenge.number })} <Chip>{t(`state.${state}`)}</Chip>
      </h2>
      <p className="muted">
        {t.rich('line', {
          about: t(`about.${challenge.about}`),
          number: challenge.revision,
          date: () => <DateText at={challenge.receivedAt} timeZone={workspace.timeZone} />,
        })}
      </p>
      <div className="said">
        <p>{t(challenge.publishesWords ? 'own.wordsPublic' : 'desk.wordsClosed')}</p>
        <blockquote dir="auto">{challenge.words}</blockquote>
        {challenge.url !== null && (
          <p>
            {t('desk.url')} <bdi dir="ltr">{challenge.url}</bdi>
          </p>
        )}
      </div>
      <dl className="clocks num">
        {(['acknowledgement', 'decision'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`clock.${name}`)}</dt>
            <dd className={challenge[name].clock === 'overdue' ? 'over' : undefined}>
              {t.rich(`clock.${challenge[name].clock}`, {
                by: () => <DateText at={challenge[name].by} timeZone={workspace.timeZone} />,
                at: () => <DateText at={challenge[name].at ?? challenge[name].by} timeZone={workspace.timeZone} />,
              })}
            </dd>
          </div>
        ))}
      </dl>
      {decisions.map(({ partyId, decision, reason, at }) => (
        <div className="said" key={partyId}>
          <p>
            {t.rich(`said.${decision}`, {
              party: () => <Name>{partyOf(partyId)?.name ?? ''}</Name>,
              date: () => <DateText at={at} show="day" timeZone={workspace.timeZone} />,
            })}
          </p>
          <blockquote dir="auto">{reason}</blockquote>
        </div>
      ))}
      {isOpen(state) && decisions.length > 0 && (
        <p>{t('desk.waits', { parties: silent.map((partyId) => partyOf(partyId)?.name ?? '').join(', ') })}</p>
      )}
      {state === 'received' && abilities['challenge.acknowledge'] && (
        <p className="acts">
          <CommandButton action={`/api/v1/challenges/${id}/acknowledgement`}>{t('desk.acknowledge')}</CommandButton>
        </p>
      )}
      {mayDecide(challenge, member) && <DecideForm challengeId={id} number={challenge.number} party={own?.name ?? ''} />}
    </li>
  );
}
