import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Outcome } from '@/components/record/outcome';
import { PartyMarks } from '@/components/record/party-mark';
import { RatingWord } from '@/components/record/rating-word';
import { Seal } from '@/components/record/seal';
import { Unbroken } from '@/components/record/unbroken';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import type { BrokenListed, ListedVerdict } from '@/db/queries/public/published-verdicts';
import type { Locale } from '@/messages/locales';
import { inLanguage } from '../_page/addresses';
import { BrokenNotice } from '../_page/broken-bytes';
import { sealParties, signatories } from '../_page/signatories';
import { readableTexts, writtenIn } from '../_page/text-direction';

type RowProps = { verdict: ListedVerdict | BrokenListed; locale: Locale; timeZone: string };

/** The newest verdict, with its seal. */
export function LeadVerdict({ verdict, locale, timeZone }: RowProps) {
  if ('broken' in verdict) return <BrokenRow verdict={verdict} locale={locale} />;
  const { texts, language } = readableTexts(verdict, locale);
  return (
    <article className="top1">
      <div>
        <p className="l">
          <Outcome outcome={verdict.outcome} />
          <Changed verdict={verdict} />
        </p>
        <h2 {...writtenIn(language)}>
          <Link href={inLanguage(`/verdicts/${verdict.slug}`, locale)} prefetch={false}>
            <Unbroken text={texts.question} />
          </Link>
        </h2>
        <Found verdict={verdict} finding={texts.finding} language={language} />
        <p className="l">
          <DateText at={verdict.publishedAt} show="day" timeZone={timeZone} />
          <Signed verdict={verdict} />
        </p>
      </div>
      <div className="sealbox">
        <Seal id="lead" parties={sealParties(signatories(verdict))} outcome={verdict.outcome} />
      </div>
    </article>
  );
}

/** A verdict in a list: outcome, question, rating and finding, date and parties. */
export function VerdictRow({ verdict, locale, timeZone }: RowProps) {
  if ('broken' in verdict) return <BrokenRow verdict={verdict} locale={locale} />;
  const { texts, language } = readableTexts(verdict, locale);
  return (
    <article className="row">
      <p className="l">
        <Outcome outcome={verdict.outcome} />
        <Changed verdict={verdict} />
      </p>
      <h3 {...writtenIn(language)}>
        <Link href={inLanguage(`/verdicts/${verdict.slug}`, locale)} prefetch={false}>
          <Unbroken text={texts.question} />
        </Link>
      </h3>
      <Found verdict={verdict} finding={texts.finding} language={language} />
      <div className="aside">
        <DateText at={verdict.publishedAt} show="day" timeZone={timeZone} />
        <PartyMarks
          parties={sealParties(signatories(verdict)).map((party) => ({
            ...party,
            hollow: party.decision === null,
          }))}
        />
      </div>
    </article>
  );
}

/** Its address is all that a list may say of it. */
function BrokenRow({ verdict, locale }: { verdict: BrokenListed; locale: Locale }) {
  return (
    <article className="row">
      <h3>
        <Link href={inLanguage(`/verdicts/${verdict.slug}`, locale)} prefetch={false} dir="ltr">
          {verdict.slug}
        </Link>
      </h3>
      <BrokenNotice broken={verdict.broken} />
    </article>
  );
}

/** What was found, or that nothing was found in common: a proposed finding is no line of a list (SPEC O3). */
function Found({ verdict, finding, language }: { verdict: ListedVerdict; finding: string | null; language: string }) {
  const t = useTranslations('position');
  const { rating, outcome } = verdict;
  if (rating === null || finding === null) return <p>{t(`meaning.${outcome}`)}</p>;
  return <Finding rating={rating} finding={finding} language={language} />;
}

/** The rating is a word of the page, the finding is the record's. They share a sentence when both are of one language, else each keeps its own line. */
function Finding({ rating, finding, language }: { rating: string; finding: string; language: string }) {
  const t = useTranslations('public');
  const isOneLanguage = useLocale() === language;
  const word = (
    <b>
      <RatingWord rating={rating} />
    </b>
  );
  if (isOneLanguage) return <p>{t.rich('list.finding', { rating: () => word, finding: () => <Unbroken text={finding} /> })}</p>;
  return (
    <>
      <p>{word}</p>
      <p {...writtenIn(language)}>
        <Unbroken text={finding} />
      </p>
    </>
  );
}

/** That another revision counts now than the one that was first published here. */
function Changed({ verdict: { firstPublishedAt, publishedAt } }: { verdict: ListedVerdict }) {
  const t = useTranslations('public');
  return firstPublishedAt === publishedAt ? null : <Chip>{t('list.changed')}</Chip>;
}

function Signed({ verdict }: { verdict: ListedVerdict }) {
  const t = useTranslations('party');
  const signing = signatories(verdict);
  return (
    <span>{t('signed', { signed: signing.filter(({ standing }) => standing !== 'silent').length, total: signing.length })}</span>
  );
}
