'use client';

import { useTranslations } from 'next-intl';
import type { Writer } from './who-wrote';
import type { SayWriter } from './who-wrote-extension';

/** Letter, name and party of whoever wrote a span. The demo's people have their party in their names: it is not said twice. */
export function useSayWriter(): SayWriter {
  const t = useTranslations('editor.authorship');
  return ({ name, party }: Writer) => {
    if (party === null) return t('nobodysSpan', { name });
    return t(name.includes(party.name) ? 'ownSpan' : 'span', { letter: party.letter, name, party: party.name });
  };
}
