import type { FrozenRecord } from '@/domain/record/frozen-record';
import { plainText } from '@/domain/record/plain-text';

/** What the public search reads of a published record: its texts in every language and the titles of its sources, lower case in NFC. */
export function searchTextOf({ texts, sources, fields }: FrozenRecord): string {
  const words = Object.values(texts).flatMap(({ analysis, ...paragraphs }) => [
    ...Object.values(paragraphs),
    plainText(analysis),
  ]);
  return [
    ...words,
    ...sources.flatMap((source) => [source.title, source.publisher.name]),
    fields.claimantName ?? '',
    ...(fields.topics ?? []),
  ]
    .join('\n')
    .toLowerCase()
    .normalize('NFC');
}
