import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import { loadDesk } from '../../../../_frame/load-desk';
import { EventSentence } from '../../../../_words/event-sentence';
import { CloseClaim } from './close-claim.client';
import type { LoadedRecord } from './load-record';

/** The revisions of the claim, then what happened to it, newest first. */
export async function History({ record }: { record: LoadedRecord }) {
  const { workspace, abilities, partyOf } = await loadDesk();
  const t = await getTranslations('desk.history');
  const states = await getTranslations('state');
  const { claim, events } = record;
  return (
    <>
      {claim.revisions.length > 0 && (
        <ul>
          {claim.revisions.toReversed().map(({ id, number, state, frozenAt }) => (
            <li key={id} className="hist-line">
              <Link href={`/desk/claims/${claim.id}/revisions/${number}`}>{t('revision', { number })}</Link>{' '}
              <span className="muted">{states(state)}</span>
              <DateText at={frozenAt} timeZone={workspace.timeZone} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={`/desk/claims/${claim.id}/history`}>{t('versions')}</Link>
      </p>
      <h2>{t('events')}</h2>
      <ul>
        {events.map((event) => {
          const party = partyOf(event.partyId);
          return (
            <li key={event.id} className="hist-line">
              {party !== undefined && <PartyMark position={party.position} letter={party.letter} size="sm" />}{' '}
              <EventSentence event={event} party={party?.name} />
              <DateText at={event.at} timeZone={workspace.timeZone} />
            </li>
          );
        })}
      </ul>
      {record.stage === 'open' && abilities['claim.close'] && (
        <div className="acts">
          <CloseClaim claimId={claim.id} wording={record.texts.claimText || claim.wording} />
        </div>
      )}
    </>
  );
}
