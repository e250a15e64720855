import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Change } from '@/components/record/diff';
import { SourceCard } from '@/components/record/source-card';
import { SourceFile } from '@/components/record/source-file';
import { Chip } from '@/components/ui/chip';
import { fileOf } from '@/domain/record/file-of';
import type { FrozenSource, ShownRecord } from '@/domain/record/frozen-record';
import { type ComparedLine, compareSignedLines } from './compare-signed-lines';
import { SheetLines } from './sheet-lines';
import { sourceLines } from './signed-lines';
import { useSheetWords } from './use-sheet-words';

type Heading = 'h3' | 'h5';

/** The sources of a frozen record, each with the values that changed in it, and those that the record before it had and this one has not. */
export function SheetSources({
  record,
  before,
  heading,
}: {
  record: ShownRecord;
  before: ShownRecord | undefined;
  heading: Heading;
}) {
  const kept = new Set(record.sources.map(({ id }) => id));
  return (
    <>
      {record.sources.map((source) => (
        <SheetSource key={source.id} source={source} record={record} before={before} heading={heading} />
      ))}
      {before?.sources
        .filter(({ id }) => !kept.has(id))
        .map((source) => (
          <p key={source.id} className="chg">
            <Change kind="removed">
              <bdi dir="ltr">E{source.number}</bdi> <bdi lang={source.language}>{source.title}</bdi>
            </Change>
          </p>
        ))}
    </>
  );
}

function SheetSource({
  source,
  record,
  before,
  heading,
}: {
  source: FrozenSource;
  record: ShownRecord;
  before: ShownRecord | undefined;
  heading: Heading;
}) {
  const t = useTranslations('desk.sheet');
  const words = useSheetWords();
  const old = before?.sources.find(({ id }) => id === source.id);
  if (before === undefined) return <Card source={source} record={record} heading={heading} />;
  if (old === undefined)
    return (
      <div className="chg">
        <Card source={source} record={record} heading={heading} badge={t('added')} isNew />
      </div>
    );
  const changed = compareSignedLines(sourceLines(old, before, words), sourceLines(source, record, words)).filter(
    ({ isChanged }) => isChanged,
  );
  return (
    <div className={changed.length === 0 ? undefined : 'chg'}>
      <Card source={source} record={record} heading={heading} badge={t(changed.length === 0 ? 'unchanged' : 'changed')}>
        {changed.length > 0 && <Changed lines={changed} language={record.language} />}
      </Card>
    </div>
  );
}

/** What changed in a source, value by value. The bar stands beside the whole source. */
function Changed({ lines, language }: { lines: ComparedLine[]; language: string }) {
  return <SheetLines lines={lines.map((line) => ({ ...line, isChanged: false }))} language={language} />;
}

function Card({
  source,
  record,
  heading,
  badge,
  isNew = false,
  children,
}: {
  source: FrozenSource;
  record: ShownRecord;
  heading: Heading;
  badge?: string;
  isNew?: boolean;
  children?: ReactNode;
}) {
  const stances = useTranslations('stance');
  const t = useTranslations('desk.sheet');
  const nameOf = (id: string) => <bdi lang={record.language}>{record.parties.find((party) => party.id === id)?.name ?? id}</bdi>;
  const { alignment, alignedWith } = source.publisher;
  const file = fileOf(source);
  const title = <bdi lang={source.language}>{source.title}</bdi>;
  return (
    <SourceCard
      heading={heading}
      number={source.number}
      title={isNew ? <Change kind="added">{title}</Change> : title}
      says={{ text: source.says, lang: record.language, dir: 'auto' }}
      quotation={source.quotation === undefined ? undefined : { text: source.quotation, lang: source.language, dir: 'auto' }}
      publishedOn={source.publishedOn}
      publisher={<bdi>{publisherOf(source)}</bdi>}
      kind={source.kind}
      primacy={source.primacy}
      interest={source.interest}
      alignment={alignment === 'party' ? { party: record.parties.find(({ id }) => id === alignedWith)?.name ?? '' } : alignment}
    >
      <p className="chips">
        <Chip>{stances(source.stance)}</Chip>
        {badge !== undefined && <Chip>{badge}</Chip>}
      </p>
      {[source.locator, source.interestNote].map((text) =>
        text === undefined ? null : (
          <p key={text} className="meta">
            <bdi lang={record.language}>{text}</bdi>
          </p>
        ),
      )}
      {file !== undefined && <SourceFile sourceId={source.id} number={source.number} title={source.title} file={file} />}
      {source.url !== undefined && (
        <p className="meta" dir="ltr">
          <a href={source.url} rel="noreferrer nofollow">
            {source.url}
          </a>
        </p>
      )}
      <p className="meta">
        {/* One item: the line sets its items apart. */}
        <span>{t.rich('attached', { by: () => nameOf(source.attachedBy), accepted: () => nameOf(source.acceptedBy) })}</span>
      </p>
      {children}
    </SourceCard>
  );
}

function publisherOf({ publisher: { name, owner, country } }: FrozenSource): string {
  return [...new Set([name, owner, country])].filter((part) => part !== undefined).join(', ');
}
