import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Outcome } from '@/components/record/outcome';
import { PartyMark } from '@/components/record/party-mark';
import { RatingWord } from '@/components/record/rating-word';
import { Seal } from '@/components/record/seal';
import { Unbroken } from '@/components/record/unbroken';
import type { PartyRef } from '@/components/record/vocabulary';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import { inLanguage } from '../_page/addresses';
import { consents, observers, sealParties, signatories } from '../_page/signatories';
import { writtenIn } from '../_page/text-direction';
import { AlsoIn } from './also-in';
import { ChangedLine } from './changed-line';
import type { Reading } from './reading';
import { replacedRevision } from './replaced-revision';

/** The answer before the claim: question, seal, outcome, rating, finding, and what it rests on. */
export function Lede({ reading, path }: { reading: Reading /** The page's address without a language. */; path: string }) {
  const { verdict, workspace, texts, written } = reading;
  const t = useTranslations('public');
  return (
    <header className="lede">
      <p className="kick">
        {(verdict.record.fields.topics ?? []).map((topic) => (
          <b key={topic} {...writtenIn(verdict.record.language)}>
            {topic}
          </b>
        ))}
        {replacedRevision(verdict) === undefined && (
          <span>
            {t.rich('verdict.published', {
              date: () => <DateText at={verdict.publishedAt} show="day" timeZone={workspace.timeZone} />,
            })}
          </span>
        )}
        <span>{t('verdict.revision', { number: verdict.number })}</span>
      </p>
      <h1 {...written}>
        <Unbroken text={texts.question} />
      </h1>
      <ChangedLine reading={reading} />
      <AlsoIn reading={reading} path={path} />
      <div className="finding">
        <div>
          <Seal id="seal" parties={sealParties(signatories(verdict.record, verdict.signOffs))} outcome={verdict.outcome} />
        </div>
        <div className="says">
          <div className="hd">
            <Outcome outcome={verdict.outcome} />
            <p className="rating">
              <RatingWord rating={verdict.record.fields.rating} />
            </p>
          </div>
          <p className="one" {...written}>
            <Unbroken text={texts.finding} />
          </p>
        </div>
        <Facts reading={reading} />
      </div>
    </header>
  );
}

function Facts({ reading: { verdict, locale } }: { reading: Reading }) {
  const t = useTranslations('public');
  const { record } = verdict;
  const signing = signatories(record, verdict.signOffs);
  const signed = signing.filter(({ signOff }) => signOff !== undefined && consents(signOff.decision)).length;
  const watching = observers(record);
  return (
    <dl className="facts num">
      <div>
        <dt>{t('verdict.parties')}</dt>
        <dd>
          <NamedParties parties={sealParties(signing)} />
        </dd>
      </div>
      {watching.length > 0 && (
        <div>
          <dt>{t('verdict.observing')}</dt>
          <dd>
            <NamedParties parties={watching} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('verdict.signed')}</dt>
        <dd>{t('verdict.signedCount', { signed, total: signing.length })}</dd>
      </div>
      <div>
        <dt>{t('verdict.evidence')}</dt>
        <dd>
          {t('verdict.evidenceCount', {
            sources: record.sources.length,
            owners: new Set(record.sources.map(({ group }) => group)).size,
          })}
        </dd>
      </div>
      <div>
        <dt>{t('verdict.charter')}</dt>
        <dd>
          <Link href={inLanguage(`/charter/${verdict.charter.number}`, locale)}>
            {t('charter.version', { number: verdict.charter.number })}
          </Link>
        </dd>
      </div>
    </dl>
  );
}

function NamedParties({ parties }: { parties: PartyRef[] }) {
  return (
    <ul>
      {parties.map(({ position, letter, name }) => (
        <li key={position}>
          <PartyMark position={position} letter={letter} size="sm" />
          <Name>{name}</Name>
        </li>
      ))}
    </ul>
  );
}
