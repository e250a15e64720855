'use client';

import type { ReactNode } from 'react';
import { useSeat, useView } from './record-context.client';

/**
 * A text in the languages that this tab shows: one, or the main one and the chosen one side by side. The other language's ids end in its tag, so that the
 * main one's are the same whatever is shown.
 */
export function InLanguages({ children }: { children: (language: string, id: string) => ReactNode }) {
  const { language: main } = useSeat();
  const { shown } = useView();
  const texts = shown.map((language) => children(language, language === main ? '' : `-${language}`));
  return shown.length === 1 ? texts : <div className="beside">{texts}</div>;
}
