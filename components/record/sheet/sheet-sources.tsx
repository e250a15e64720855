import { useTranslations } from 'next-intl';
import { SourceCard } from '@/components/record/source-card';
import { Chip } from '@/components/ui/chip';
import type { FrozenRecord, FrozenSource } from '@/domain/record/frozen-record';

/** The sources of a frozen record, and those that the record before it had and this one has not. */
export function SheetSources({ record, before, heading }: { record: FrozenRecord; before?: FrozenRecord; heading: 'h3' | 'h5' }) {
  const t = useTranslations('desk.sheet');
  const old = new Map(before?.sources.map((source) => [source.id, source]));
  const kept = new Set(record.sources.map(({ id }) => id));
  const gone = before?.sources.filter(({ id }) => !kept.has(id)) ?? [];
  return (
    <>
      {record.sources.map((source) => (
        <div key={source.id} className={before !== undefined && hasChanged(source, old.get(source.id)) ? 'chg' : undefined}>
          <SheetSource
            heading={heading}
            source={source}
            record={record}
            badge={before === undefined ? undefined : t(changeOf(source, old.get(source.id)))}
          />
        </div>
      ))}
      {gone.map((source) => (
        <p key={source.id} className="chg">
          <del>
            E{source.number} {source.title}
          </del>
        </p>
      ))}
    </>
  );
}

function SheetSource({
  heading,
  source,
  record,
  badge,
}: {
  heading: 'h3' | 'h5';
  source: FrozenSource;
  record: FrozenRecord;
  badge: string | undefined;
}) {
  const stances = useTranslations('stance');
  const t = useTranslations('desk.sheet');
  const nameOf = (id: string) => record.parties.find((party) => party.id === id)?.name ?? id;
  const { alignment, alignedWith, name, owner, country } = source.publisher;
  return (
    <SourceCard
      heading={heading}
      number={source.number}
      title={source.title}
      says={{ text: source.says, lang: record.language, dir: 'auto' }}
      quotation={source.quotation === undefined ? undefined : { text: source.quotation, lang: source.language, dir: 'auto' }}
      publishedOn={source.publishedOn}
      publisher={[name, owner, country]
        .filter((part, index, all) => part !== undefined && all.indexOf(part) === index)
        .join(', ')}
      kind={source.kind}
      primacy={source.primacy}
      interest={source.interest}
      alignment={alignment === 'party' ? { party: nameOf(alignedWith ?? '') } : alignment}
      sha256={source.fileSha256}
    >
      <p className="chips">
        <Chip>{stances(source.stance)}</Chip>
        {badge !== undefined && <Chip>{badge}</Chip>}
      </p>
      {source.locator !== undefined && <p className="meta">{source.locator}</p>}
      {source.interestNote !== undefined && <p className="meta">{source.interestNote}</p>}
      {source.url !== undefined && (
        <p className="meta" dir="ltr">
          <a href={source.url} rel="noreferrer nofollow">
            {source.url}
          </a>
        </p>
      )}
      <p className="meta">{t('attached', { by: nameOf(source.attachedBy), accepted: nameOf(source.acceptedBy) })}</p>
    </SourceCard>
  );
}

function changeOf(source: FrozenSource, old: FrozenSource | undefined): 'added' | 'changed' | 'unchanged' {
  if (old === undefined) return 'added';
  return hasChanged(source, old) ? 'changed' : 'unchanged';
}

/** Both are plain JSON in one schema, so equal text is equal content. */
function hasChanged(source: FrozenSource, old: FrozenSource | undefined): boolean {
  return JSON.stringify(source) !== JSON.stringify(old);
}
