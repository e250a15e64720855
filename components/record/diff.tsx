import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Unbroken } from './unbroken';

/** `by` is the name of who did it, where that is known; `note` says what else became of words that stayed. */
export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string; by?: string; note?: string };

/** Two versions of a text in one. Added is underlined and removed is struck through; colour comes second, and both are said aloud. */
export function Diff({ parts }: { parts: DiffPart[] }) {
  return parts.map(({ kind, text, by, note }, index) => {
    const key = `${index}-${kind}`;
    if (kind === 'same' && note !== undefined)
      return (
        <Noted key={key} note={note}>
          {text}
        </Noted>
      );
    if (kind === 'same')
      return (
        <span key={key}>
          <Unbroken text={text} />
        </span>
      );
    return (
      <Change key={key} kind={kind} by={by}>
        {text}
      </Change>
    );
  });
}

/** What came or went, whatever it is made of. */
export function Change({ kind, by, children }: { kind: 'added' | 'removed'; by?: string | undefined; children: ReactNode }) {
  const t = useTranslations('common');
  const Tag = kind === 'added' ? 'ins' : 'del';
  return (
    <Tag>
      <Aloud>{by === undefined ? t(kind) : t(`${kind}By`, { name: by })}</Aloud>
      {children}
      <Aloud>{t('endOfChange')}</Aloud>
    </Tag>
  );
}

/** Words that are the same and look otherwise: underlined by dashes, and said aloud. */
function Noted({ note, children }: { note: string; children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <span className="relook">
      <Aloud>{note}</Aloud>
      {children}
      <Aloud>{t('endOfChange')}</Aloud>
    </span>
  );
}

/** Words of the page inside words of a record: isolated, or the first of them would decide which way a text with `dir="auto"` runs. */
function Aloud({ children }: { children: string }) {
  return (
    <bdi className="vh" lang={useLocale()}>
      {' '}
      {children}{' '}
    </bdi>
  );
}
