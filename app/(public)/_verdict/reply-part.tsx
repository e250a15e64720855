import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import { windowEnd } from '@/domain/reply/reply-window';
import { writtenIn, writtenLike } from '../_page/text-direction';
import { partyOf, type Reading } from './reading';

/** Whether whoever made the claim was asked and what they answered, in the size of the reasons: as it was signed (C18, SPEC RR5). */
export function ReplyPart({ reading }: { reading: Reading }) {
  const t = useTranslations('reply');
  const { record } = reading.verdict;
  const { reply } = record;
  if (reply === undefined) return null;
  const { contacts, replies, waivers, askedAt, windowHours } = reply;
  const [first] = contacts;
  const likely = [record.language, reading.locale];
  const name = (id: string) => () => <Name>{partyOf(reading, id).name}</Name>;
  return (
    <>
      <h3>{t('title')}</h3>
      {first !== undefined && askedAt !== undefined && (
        <p>
          {t.rich(`public.${replies.length > 0 ? 'asked' : windowHours > 0 ? 'noAnswer' : 'noTime'}`, {
            day: () => <DateText at={first.on} show="day" />,
            channel: t(`channel.${first.channel}`),
            asked: () => <bdi {...writtenLike(first.asked, likely)}>{first.asked}</bdi>,
            end: () => <DateText at={windowEnd(askedAt, windowHours)} timeZone={reading.workspace.timeZone} />,
          })}
        </p>
      )}
      {replies.map(({ id, text, language, receivedOn, receivedBy, confirmedBy }) => (
        <div key={id}>
          <p>
            {t.rich('public.answered', {
              day: () => <DateText at={receivedOn} show="day" />,
              by: name(receivedBy),
              confirmed: name(confirmedBy),
            })}
          </p>
          <blockquote {...writtenIn(language)}>
            <p>{text}</p>
          </blockquote>
        </div>
      ))}
      {waivers.length > 0 && replies.length === 0 && (
        <>
          {first === undefined && <p>{t('public.waived')}</p>}
          {waivers.map(({ party, reason }) => (
            <p key={party}>
              {t.rich('waivedBy', { party: name(party) })} <bdi {...writtenLike(reason, likely)}>{reason}</bdi>
            </p>
          ))}
        </>
      )}
    </>
  );
}
