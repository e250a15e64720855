import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { Seal } from '@/components/record/seal';
import { Unbroken } from '@/components/record/unbroken';
import type { PartyRef } from '@/components/record/vocabulary';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import { isRated } from '@/domain/claim/outcomes';
import { DissentNotes } from '../_outcome/dissent-notes';
import { VerdictSays } from '../_outcome/verdict-says';
import { inLanguage } from '../_page/addresses';
import { observers, sealParties } from '../_page/signatories';
import { writtenIn } from '../_page/text-direction';
import { AlsoIn } from './also-in';
import { ChangedLine } from './changed-line';
import { type Reading, signatoriesOf } from './reading';
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
      <div className={verdict.outcome === 'with-dissent' ? 'finding dissented' : 'finding'}>
        <div>
          <Seal id="seal" parties={sealParties(signatoriesOf(reading))} outcome={verdict.outcome} />
        </div>
        <VerdictSays reading={reading} />
        {verdict.outcome === 'with-dissent' && <DissentNotes reading={reading} />}
        <Facts reading={reading} />
      </div>
    </header>
  );
}

function Facts({ reading }: { reading: Reading }) {
  const { verdict, locale } = reading;
  const t = useTranslations('public');
  const { record } = verdict;
  const signing = signatoriesOf(reading);
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
      <Positions reading={reading} />
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

/** How many approved; where nothing was adopted, how many took a position: an approval and a dissent count alike there. */
function Positions({ reading }: { reading: Reading }) {
  const t = useTranslations('public.verdict');
  const position = useTranslations('position.facts');
  const signing = signatoriesOf(reading);
  const [total, isAdopted] = [signing.length, isRated(reading.verdict.outcome)];
  const taken = signing.filter(({ standing }) => standing === 'approving' || (!isAdopted && standing === 'dissenting')).length;
  return (
    <div>
      <dt>{isAdopted ? t('signed') : position('positions')}</dt>
      <dd>{isAdopted ? t('signedCount', { signed: taken, total }) : position('count', { taken, total })}</dd>
    </div>
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
