import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

/** `by` is the name of who did it, where that is known. */
export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string; by?: string };

/** Two versions of a text in one. Added is underlined and removed is struck through; colour comes second, and both are said aloud. */
export function Diff({ parts }: { parts: DiffPart[] }) {
  return parts.map(({ kind, text, by }, index) => {
    const key = `${index}-${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
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
      <VisuallyHidden> {by === undefined ? t(kind) : t(`${kind}By`, { name: by })} </VisuallyHidden>
      {children}
      <VisuallyHidden> {t('endOfChange')} </VisuallyHidden>
    </Tag>
  );
}
