import type { Metadata } from 'next';
import { absolute, inLanguage, recordAlternates } from '../_page/addresses';
import type { Reading } from './reading';
import { canonicalLanguage } from './verdict-address';

/** What a search result or a shared link shows: the question and what the verdict says in a line, never the claim alone. */
export function verdictMetadata(reading: Reading, path: string, description: string): Metadata {
  const { verdict, workspace, texts, written } = reading;
  const canonical = canonicalLanguage(reading);
  return {
    title: texts.question,
    description,
    alternates: recordAlternates(path, { canonical, main: verdict.record.language, written: Object.keys(verdict.record.texts) }),
    openGraph: {
      type: 'article',
      title: texts.question,
      description,
      url: absolute(inLanguage(path, canonical)),
      siteName: workspace.name,
      locale: written.lang,
      publishedTime: verdict.firstPublishedAt,
      modifiedTime: verdict.publishedAt,
    },
  };
}
