import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** Two versions of a text in one. Added is underlined and removed is struck through; colour comes second, and both are said aloud. */
export function Diff({ parts }: { parts: DiffPart[] }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index}-${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return (
      <Change key={key} kind={kind}>
        {text}
      </Change>
    );
  });
}

/** What came or went, whatever it is made of. */
export function Change({ kind, children }: { kind: 'added' | 'removed'; children: ReactNode }) {
  const t = useTranslations('common');
  const Tag = kind === 'added' ? 'ins' : 'del';
  return (
    <Tag>
      <VisuallyHidden> {t(kind)} </VisuallyHidden>
      {children}
      <VisuallyHidden> {t('endOfChange')} </VisuallyHidden>
    </Tag>
  );
}
