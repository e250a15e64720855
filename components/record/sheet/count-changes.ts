import type { FrozenSource, FrozenTexts, ShownRecord } from '@/domain/record/frozen-record';
import { compareAnalyses } from './compare-analyses';
import { compareSignedLines } from './compare-signed-lines';
import { factLines, plainWords, sourceLines } from './signed-lines';

export type ChangeCount = { passages: number; facts: number; sources: number };

/** The texts of one paragraph, in the order of the sheet. */
const paragraphTexts = ['question', 'claimText', 'title', 'finding', 'summary', 'context'] as const;

const noTexts: FrozenTexts = { title: '', question: '', finding: '', claimText: '', context: '', summary: '', analysis: [] };

/** How much of what is signed differs: paragraphs of its texts, facts beside them (the rating is one), and sources. */
export function countChanges(before: ShownRecord, after: ShownRecord): ChangeCount {
  const facts = compareSignedLines(factLines(before, plainWords), factLines(after, plainWords)).filter(
    ({ isChanged }) => isChanged,
  );
  return {
    passages: languagesOf(after, before).reduce(
      (sum, language) => sum + countPassages(textsOf(before, language), textsOf(after, language)),
      0,
    ),
    facts: facts.length + (before.fields.rating === after.fields.rating ? 0 : 1),
    sources: countSources(before, after),
  };
}

/** The main language of the record first, then every other that it or the one before it is written in. */
export function languagesOf(record: ShownRecord, before?: ShownRecord): string[] {
  return [...new Set([record.language, ...Object.keys(record.texts), ...Object.keys(before?.texts ?? {})])];
}

/** Empty ones for a language that the record is not written in. */
export function textsOf(record: ShownRecord, language: string): FrozenTexts {
  return record.texts[language] ?? noTexts;
}

export function countBlocks(before: FrozenTexts, after: FrozenTexts): number {
  return compareAnalyses(before.analysis, after.analysis).filter(({ change }) => change !== 'same').length;
}

function countPassages(before: FrozenTexts, after: FrozenTexts): number {
  return paragraphTexts.filter((name) => before[name] !== after[name]).length + countBlocks(before, after);
}

/** Added, removed and changed ones alike. */
export function countSources(before: ShownRecord, after: ShownRecord): number {
  const old = new Map(before.sources.map((source) => [source.id, source]));
  const kept = new Set(after.sources.map(({ id }) => id));
  const changed = after.sources.filter((source) => {
    const was = old.get(source.id);
    return was === undefined || changedLines(before, was, after, source).length > 0;
  });
  return changed.length + before.sources.filter(({ id }) => !kept.has(id)).length;
}

function changedLines(before: ShownRecord, was: FrozenSource, after: ShownRecord, source: FrozenSource) {
  return compareSignedLines(sourceLines(was, before, plainWords), sourceLines(source, after, plainWords)).filter(
    ({ isChanged }) => isChanged,
  );
}
