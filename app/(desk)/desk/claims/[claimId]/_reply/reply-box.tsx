import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { CharterInForce } from '@/db/queries/charter-of-claim';
import { firstOf } from '@/db/queries/record-facts';
import { lists } from '@/domain/charter/charter-text';
import { windowEnd } from '@/domain/reply/reply-window';
import { loadDesk } from '../../../../_frame/load-desk';
import type { LoadedRecord } from '../_record/load-record';
import { ConfirmReply } from './confirm-reply.client';
import { AskDialog, ContestDialog, RecordReplyDialog, WaiveDialog } from './reply-dialogs.client';

/** The claimant's right of reply with its clock: who asked, until when, what came, and what other parties say of it (C18). */
export async function ReplyBox({ record, charter, today }: { record: LoadedRecord; charter: CharterInForce; today: string }) {
  const { abilities, member, partyOf, workspace, context } = await loadDesk();
  const t = await getTranslations('reply');
  if (!lists(charter.charter, 'C18')) return null;
  const { claim, reply, canEdit } = record;
  const own = member.party?.id;
  const party = (id: string | null) => () => <Name>{partyOf(id)?.name ?? ''}</Name>;
  const day = (on: string) => () => <DateText at={on} show="day" />;
  const asked = firstOf(reply.contacts);
  const hours = charter.charter.parameters.replyWindowHours;
  const end = asked && windowEnd(asked.toISOString(), hours);
  const isOpen = end !== undefined && end > context.now;
  const moment = (at: Date) => () => <DateText at={at} timeZone={workspace.timeZone} />;
  return (
    <section className="box" id="reply" aria-labelledby="reply-title">
      <h2 id="reply-title">{t('title')}</h2>
      <p className="muted">{t('text')}</p>
      {reply.contacts.length === 0 ? (
        <p>{t('notAsked')}</p>
      ) : (
        <ul>
          {reply.contacts.map(({ id, partyId, contactedOn, channel, asked: whom }) => (
            <li key={id}>
              {t.rich('asked', {
                party: party(partyId),
                day: day(contactedOn),
                channel: t(`channel.${channel}`),
                asked: () => <bdi>{whom}</bdi>,
              })}
            </li>
          ))}
        </ul>
      )}
      {end !== undefined && (
        <p role="status">
          <b>{hours === 0 ? t('noTime') : t.rich(isOpen ? 'openUntil' : 'overSince', { end: moment(end) })}</b>
        </p>
      )}
      {reply.replies.map(({ id, text, language, partyId, receivedOn, state, decidedByParty, reason }) => (
        <Answer key={id} text={text} language={language}>
          <p className="muted">
            {t.rich('received', { party: party(partyId), day: day(receivedOn) })} ·{' '}
            {state === 'recorded' ? t('state.recorded') : t.rich(`state.${state}`, { party: party(decidedByParty) })}
          </p>
          {reason !== null && <p dir="auto">{reason}</p>}
          {state === 'recorded' && canEdit && abilities['reply.decide'] && own !== partyId && (
            <div className="acts">
              <ConfirmReply replyId={id} />
              <ContestDialog replyId={id} />
            </div>
          )}
        </Answer>
      ))}
      {reply.waivers.map(({ id, partyId, reason }) => (
        <p key={id}>
          {t.rich('waivedBy', { party: party(partyId) })} <bdi>{reason}</bdi>
        </p>
      ))}
      {canEdit && (
        <div className="acts">
          {abilities['reply.ask'] && <AskDialog claimId={claim.id} today={today} />}
          {abilities['reply.record'] && reply.contacts.length > 0 && (
            <RecordReplyDialog claimId={claim.id} language={claim.language} today={today} />
          )}
          {abilities['reply.waive'] && !reply.waivers.some(({ partyId }) => partyId === own) && (
            <WaiveDialog claimId={claim.id} />
          )}
        </div>
      )}
    </section>
  );
}

function Answer({ text, language, children }: { text: string; language: string; children: ReactNode }) {
  return (
    <div className="answer">
      <blockquote className="read" lang={language} dir="auto">
        {text}
      </blockquote>
      {children}
    </div>
  );
}
