import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { FrozenRecord } from '@/domain/record/frozen-record';
import { localeFacts } from '@/messages/locales';
import { writtenIn } from '../_page/text-direction';
import { OutwardLink } from './outward-link';
import { partyOf, type Reading } from './reading';

/**
 * The claim, smaller than the finding: who said it, and where it appeared. It is quoted in the record's main language on every page, since only those are its
 * words; another language has a translation of it below (SPEC LG1).
 */
export function ClaimSection({ reading }: { reading: Reading }) {
  const { verdict, texts, written } = reading;
  const t = useTranslations('public');
  const { record } = verdict;
  const { claimantName, claimantRole, statedOn } = record.fields;
  const main = writtenIn(record.language);
  const isTranslated = written.lang !== record.language;
  return (
    <>
      <div className="body">
        <blockquote className="claim" {...main}>
          {isTranslated ? record.texts[record.language]?.claimText : texts.claimText}
        </blockquote>
        {isTranslated && <Translation text={texts.claimText} written={written} />}
        <p className="by">
          {claimantName === undefined ? <span>{t('verdict.claimantUnknown')}</span> : <b {...main}>{claimantName}</b>}
          {claimantRole !== undefined && <span {...main}>{claimantRole}</span>}
          {statedOn !== undefined && (
            <span>{t.rich('verdict.statedOn', { date: () => <DateText at={statedOn} show="day" /> })}</span>
          )}
        </p>
        {verdict.record.appearances.map((appearance) => (
          <Appearance key={`${appearance.seenOn} ${appearance.title} ${appearance.locator ?? ''}`} appearance={appearance} />
        ))}
      </div>
      <QuestionAccepted reading={reading} />
    </>
  );
}

function Translation({ text, written }: { text: string; written: Reading['written'] }) {
  const t = useTranslations('languages');
  return (
    <div className="translated">
      <p className="lab">{t('translated')}</p>
      <p {...written}>{text}</p>
    </div>
  );
}

function Appearance({ appearance: { title, url, seenOn, locator } }: { appearance: FrozenRecord['appearances'][number] }) {
  const t = useTranslations('public');
  return (
    <p className="by">
      <b dir="auto">{title}</b>
      <span>{t.rich('verdict.seenOn', { date: () => <DateText at={seenOn} show="day" /> })}</span>
      {locator !== undefined && <bdi>{locator}</bdi>}
      {url !== undefined && <OutwardLink href={url} />}
    </p>
  );
}

/** Clause C05: each party accepted the question before the verdict could be proposed. */
function QuestionAccepted({ reading }: { reading: Reading }) {
  const t = useTranslations('public');
  const tag = localeFacts(useLocale()).tag;
  const names = reading.verdict.record.acceptances.map(({ party }) => partyOf(reading, party).name);
  if (names.length === 0) return null;
  return (
    <p className="side">
      {t.rich('verdict.questionAccepted', {
        names: () =>
          new Intl.ListFormat(tag, { type: 'conjunction' })
            .formatToParts(names)
            .map(({ type, value }) => (type === 'element' ? <Name key={value}>{value}</Name> : value)),
      })}
    </p>
  );
}
