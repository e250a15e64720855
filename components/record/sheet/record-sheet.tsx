import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Blocks } from '@/components/record/blocks';
import { Diff, type DiffPart, isChanged } from '@/components/record/diff';
import { RatingWord } from '@/components/record/rating-word';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import type { FrozenRecord, FrozenTexts } from '@/domain/record/frozen-record';
import { compareBlocks, compareTexts } from './compare-records';
import { SheetSources } from './sheet-sources';

export type SheetProps = {
  record: FrozenRecord;
  /** The record to compare with; without it the sheet shows the words as they are. */
  before?: FrozenRecord;
  /** In a dialog, whose title is an h2, the question is an h3. */
  heading?: 'h1' | 'h3';
};

/** A frozen record, drawn from its bytes and nothing else: what is on this sheet is what is signed. */
export function RecordSheet({ record, before, heading: Heading = 'h1' }: SheetProps) {
  const t = useTranslations('desk.sheet');
  const texts = textsOf(record);
  const old = before && textsOf(before);
  const names = new Map(record.parties.map(({ id, name }) => [id, name]));
  const Sub = Heading === 'h1' ? 'h2' : 'h4';
  return (
    <div className="sheet-body" lang={record.language} dir="auto">
      <Heading className="sheet-title">
        <Words after={texts.question} before={old?.question} />
      </Heading>
      <blockquote className="claim">
        <Words after={texts.claimText} before={old?.claimText} />
      </blockquote>
      <Part as={Sub} title={t('title')}>
        <p className="read">
          <Words after={texts.title} before={old?.title} />
        </p>
      </Part>
      <Part
        as={Sub}
        title={t('finding')}
        badge={
          before && <ChangeBadge changed={before.fields.rating !== record.fields.rating || old?.finding !== texts.finding} />
        }
      >
        <p className="read one">
          {before !== undefined && before.fields.rating !== record.fields.rating && (
            <del>
              <RatingWord rating={before.fields.rating} />
            </del>
          )}{' '}
          <b>
            <RatingWord rating={record.fields.rating} />
          </b>{' '}
          <Words after={texts.finding} before={old?.finding} />
        </p>
      </Part>
      {(['summary', 'context'] as const).map((name) =>
        texts[name] === '' && (old?.[name] ?? '') === '' ? null : (
          <Part key={name} as={Sub} title={t(name)}>
            <p className="read">
              <Words after={texts[name]} before={old?.[name]} />
            </p>
          </Part>
        ),
      )}
      <Part as={Sub} title={t('analysis')}>
        <Analysis record={record} before={before} />
      </Part>
      <Part as={Sub} title={t('sources')}>
        <SheetSources record={record} before={before} heading={Heading === 'h1' ? 'h3' : 'h5'} />
      </Part>
      <Part as={Sub} title={t('facts')}>
        <Facts record={record} nameOf={(id) => names.get(id) ?? id} />
      </Part>
    </div>
  );
}

function Part({ as: Sub, title, badge, children }: { as: 'h2' | 'h4'; title: string; badge?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <Sub className="part">
        {title} {badge}
      </Sub>
      {children}
    </section>
  );
}

function ChangeBadge({ changed }: { changed: boolean }) {
  const t = useTranslations('desk.sheet');
  return <Chip>{t(changed ? 'changed' : 'unchanged')}</Chip>;
}

function Words({ after, before }: { after: string; before?: string }) {
  return before === undefined ? after : <Diff parts={compareTexts(before, after)} />;
}

function Analysis({ record, before }: { record: FrozenRecord; before?: FrozenRecord }) {
  const numbers = new Map([...(before?.sources ?? []), ...record.sources].map(({ id, number }) => [id, number]));
  const { analysis } = textsOf(record);
  if (before === undefined) {
    return (
      <div className="prose">
        <Blocks blocks={analysis} numbers={numbers} shift={1} citations="chip" />
      </div>
    );
  }
  const compared = compareBlocks(textsOf(before).analysis, analysis, (id) => `[E${numbers.get(id) ?? '?'}]`);
  return (
    <div className="prose">
      {compared.map(({ parts }, index) => (
        <ComparedParagraph key={keyOf(index)} parts={parts} />
      ))}
    </div>
  );
}

/** Everything else that a sign-off covers: who said it and where, what was searched, who accepted the question. */
function Facts({ record, nameOf }: { record: FrozenRecord; nameOf: (partyId: string) => string }) {
  const t = useTranslations('desk.sheet');
  const { claimantName, claimantRole, statedOn, topics } = record.fields;
  return (
    <ul className="facts-list">
      {claimantName !== undefined && <li>{t('claimant', { name: claimantName, role: claimantRole ?? 'none' })}</li>}
      {statedOn !== undefined && (
        <li>
          {t('statedOn')} <DateText at={statedOn} show="day" />
        </li>
      )}
      {topics !== undefined && <li>{t('topics', { topics: topics.join(', ') })}</li>}
      {record.appearances.map(({ title, url, seenOn, locator }) => (
        <li key={`${title} ${seenOn}`}>
          {t('appearance', { title })} {locator} {url !== undefined && <bdi dir="ltr">{url}</bdi>}{' '}
          <DateText at={seenOn} show="day" />
        </li>
      ))}
      {record.searches.map(({ party, stance, note }) => (
        <li key={`${party} ${stance}`}>{t(`search.${stance}`, { party: nameOf(party), note })}</li>
      ))}
      {record.primaryJustification !== undefined && <li>{t('justification', { text: record.primaryJustification })}</li>}
      {record.acceptances.map(({ party }) => (
        <li key={party}>{t('accepted', { party: nameOf(party) })}</li>
      ))}
      <li>{t('charter', { number: record.charter.number })}</li>
    </ul>
  );
}

function textsOf(record: FrozenRecord): FrozenTexts {
  const texts = record.texts[record.language];
  if (texts === undefined) throw new Error(`A frozen record has its main language; ${record.language} is missing.`);
  return texts;
}

function ComparedParagraph({ parts }: { parts: DiffPart[] }) {
  return (
    <p className={isChanged(parts) ? 'chg' : undefined}>
      <Diff parts={parts} />
    </p>
  );
}

/** Paragraphs of two frozen records never move, so their place is their key. */
function keyOf(index: number): string {
  return `p${index}`;
}
