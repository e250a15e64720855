import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import { PartyMark } from './party-mark';
import type { PartyRef } from './vocabulary';

/** A text that may be of another language than the page. */
type Written = { text: string; lang: string; dir: 'ltr' | 'rtl' | 'auto' };

export type SourceFacts = {
  /** The number that citations `[E1]` lead to. */
  number: number;
  title: ReactNode;
  /** What it says, in the desk's words and in the record's language. */
  says?: Written;
  /** The passage itself, word for word, in the source's language. */
  quotation?: Written;
  publishedOn?: string;
  publisher?: ReactNode;
  kind?: 'url' | 'file' | 'reference';
  primacy?: 'primary' | 'secondary';
  /** `none` is non-aligned; a party is named by its name. */
  alignment?: 'none' | 'unknown' | { party: string };
  interest?: 'none' | 'declared' | 'unknown';
  /** Shown only when given: on public pages every source is accepted. */
  state?: 'proposed' | 'accepted' | 'disputed';
  addedBy?: PartyRef;
};

const tones = { proposed: undefined, accepted: 'ok', disputed: 'wait' } as const;

/** One source. Its number is the anchor of the citation; `heading` is the level that fits the page. */
export function SourceCard({
  heading: Heading = 'h4',
  actions,
  children,
  ...source
}: SourceFacts & { heading?: 'h3' | 'h4' | 'h5'; actions?: ReactNode; children?: ReactNode }) {
  const t = useTranslations('source');
  const { number, title, says, quotation, state, addedBy } = source;
  return (
    <article className="src" id={`e${number}`}>
      <span className="n">E{number}</span>
      <Heading>{title}</Heading>
      {says !== undefined && (
        <p className="says" lang={says.lang} dir={says.dir}>
          {says.text}
        </p>
      )}
      {quotation !== undefined && (
        <p className="quoted" lang={quotation.lang} dir={quotation.dir}>
          <q>{quotation.text}</q>
        </p>
      )}
      <SourceMeta {...source} />
      {(state !== undefined || addedBy !== undefined) && (
        <p className="chips">
          {state !== undefined && <Chip tone={tones[state]}>{t(state)}</Chip>}
          {addedBy !== undefined && (
            <Chip>
              <PartyMark {...addedBy} size="sm" label={t('addedBy', { party: addedBy.name })} />
            </Chip>
          )}
        </p>
      )}
      {children}
      {actions !== undefined && <div className="acts">{actions}</div>}
    </article>
  );
}

/** Date, kind, primacy, alignment and interest in one line, only what is known. */
function SourceMeta({ publishedOn, publisher, kind, primacy, alignment, interest }: SourceFacts) {
  const t = useTranslations('source');
  const words = {
    publisher,
    kind: kind === undefined ? undefined : t(kind),
    primacy: primacy === undefined ? undefined : t(primacy),
    alignment: alignmentWord(alignment, t),
    interest: interest === undefined ? undefined : t(`interest-${interest}`),
  };
  const known = Object.entries(words).filter(([, word]) => word !== undefined);
  if (publishedOn === undefined && known.length === 0) return null;
  return (
    <p className="meta">
      {publishedOn !== undefined && <DateText at={publishedOn} show="day" />}
      {known.map(([name, word]) => (
        <span key={name}>{word}</span>
      ))}
    </p>
  );
}

type SourceWords = ReturnType<typeof useTranslations<'source'>>;

function alignmentWord(alignment: SourceFacts['alignment'], t: SourceWords): string | undefined {
  if (alignment === undefined) return undefined;
  return typeof alignment === 'string' ? t(`alignment-${alignment}`) : t('alignment-party', alignment);
}
