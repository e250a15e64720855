import { useTranslations } from 'next-intl';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

/** `by` is the name of who did it, where that is known. */
export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string; by?: string };

/** Two versions of a text in one. Added is underlined and removed is struck through; colour comes second, and both are said aloud. */
export function Diff({ parts }: { parts: DiffPart[] }) {
  const t = useTranslations('common');
  return parts.map(({ kind, text, by }, index) => {
    const key = `${index}-${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Change = kind === 'added' ? 'ins' : 'del';
    return (
      <Change key={key}>
        <VisuallyHidden> {by === undefined ? t(kind) : t(`${kind}By`, { name: by })} </VisuallyHidden>
        {text}
        <VisuallyHidden> {t('endOfChange')} </VisuallyHidden>
      </Change>
    );
  });
}

/** Whether a text changed at all: the paragraph around it then gets the class `chg`, a bar in the margin. */
export function isChanged(parts: DiffPart[]): boolean {
  return parts.some(({ kind }) => kind !== 'same');
}
