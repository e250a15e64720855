import { useTranslations } from 'next-intl';
import { SourceCard } from '@/components/record/source-card';
import { SourceFile } from '@/components/record/source-file';
import { Name } from '@/components/ui/name';
import { fileOf } from '@/domain/record/file-of';
import type { FrozenSource } from '@/domain/record/frozen-record';
import { writtenIn } from '../_page/text-direction';
import { OutwardLink } from './outward-link';
import { partyOf, type Reading } from './reading';
import { Searches } from './searches';

const stances = ['undermines', 'supports', 'context'] as const;

/** The sources for and against, of one size, in the record's own words; what a party searched for and did not find; context last. */
export function EvidenceSection({ reading }: { reading: Reading }) {
  const t = useTranslations('public');
  const stance = useTranslations('stance');
  const words = useTranslations('source');
  const { sources, primaryJustification } = reading.verdict.record;
  const columns = stances.map((name) => ({ name, own: sources.filter((source) => source.stance === name) }));
  return (
    <div className="wide">
      <div className="ev">
        {columns
          .filter(({ name, own }) => name !== 'context' || own.length > 0)
          .map(({ name, own }) => (
            <div key={name} className={name}>
              <h3>
                {stance(name)}
                <span>{words('count', { count: own.length })}</span>
              </h3>
              {own.map((source) => (
                <Source key={source.id} source={source} reading={reading} />
              ))}
              {name !== 'context' && <Searches stance={name} reading={reading} />}
            </div>
          ))}
      </div>
      {primaryJustification !== undefined && (
        <p className="under">
          {t('verdict.primaryJustification')} <span dir="auto">{primaryJustification}</span>
        </p>
      )}
    </div>
  );
}

function Source({ source, reading }: { source: FrozenSource; reading: Reading }) {
  const t = useTranslations('public');
  const { publisher, locator, interestNote, says, quotation, url } = source;
  const file = fileOf(source);
  const alignment =
    publisher.alignment === 'party'
      ? { party: publisher.alignedWith === undefined ? '' : partyOf(reading, publisher.alignedWith).name }
      : publisher.alignment;
  return (
    <SourceCard
      number={source.number}
      title={source.title}
      says={{ text: says, ...writtenIn(reading.verdict.record.language) }}
      quotation={quotation === undefined ? undefined : { text: quotation, ...writtenIn(source.language) }}
      publishedOn={source.publishedOn}
      publisher={publisher.name}
      kind={source.kind}
      primacy={source.primacy}
      alignment={alignment}
      interest={source.interest}
    >
      <p className="meta">
        {locator !== undefined && (
          <span>
            <bdi>{locator}</bdi>
          </span>
        )}
        {publisher.owner !== publisher.name && <span>{t('verdict.owner', { owner: publisher.owner })}</span>}
        {interestNote !== undefined && <span>{t('verdict.interest', { note: interestNote })}</span>}
        <span>
          {t.rich('verdict.attached', {
            by: () => <Name>{partyOf(reading, source.attachedBy).name}</Name>,
            accepted: () => <Name>{partyOf(reading, source.acceptedBy).name}</Name>,
          })}
        </span>
        {url !== undefined && (
          <span>
            <OutwardLink href={url} />
          </span>
        )}
      </p>
      {file !== undefined && <SourceFile sourceId={source.id} number={source.number} title={source.title} file={file} />}
    </SourceCard>
  );
}
