'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { fileHref } from '@/components/record/source-file';
import { useByteSize } from '@/components/ui/use-byte-size';

/** As much as one reads beside a record; the whole file can be downloaded. */
const shownBytes = 20_000;

/** The beginning of a text file, fetched when somebody wants to see it. It is printed as text, whatever stands in it. */
export function TextPreview({ sourceId, language }: { sourceId: string; language: string }) {
  const t = useTranslations('file');
  const sizeOf = useByteSize();
  const [read, setRead] = useState<{ text: string; goesOn: boolean } | 'failed'>();
  const open = async () => {
    if (typeof read === 'object') return;
    setRead(await beginningOf(fileHref(sourceId)).catch(() => 'failed' as const));
  };
  return (
    <details className="text-of" onToggle={(event) => event.currentTarget.open && void open()}>
      <summary>{t('look')}</summary>
      <div aria-live="polite">
        {typeof read === 'object' && (
          // It scrolls by itself, so the keyboard must reach it.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused.
          <section tabIndex={0} aria-label={t('kind-text')}>
            <pre lang={language} dir="auto">
              {read.text}
            </pre>
          </section>
        )}
        {typeof read === 'object' && read.goesOn && <p className="hint">{t('begins', { shown: sizeOf(shownBytes) })}</p>}
        {read === 'failed' && <p className="err">{t('unreadable')}</p>}
      </div>
    </details>
  );
}

async function beginningOf(href: string): Promise<{ text: string; goesOn: boolean }> {
  const response = await fetch(href);
  if (!response.ok || response.body === null) throw new Error(`It was answered ${response.status}.`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const rest = next.value.subarray(0, shownBytes - size);
    size += next.value.byteLength;
    // A character that is cut in two at the end is left out.
    text += decoder.decode(rest, { stream: true });
    if (size <= shownBytes) continue;
    await reader.cancel();
    return { text, goesOn: true };
  }
  return { text: text + decoder.decode(), goesOn: false };
}
