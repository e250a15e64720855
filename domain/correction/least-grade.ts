import type { FrozenRecord } from '@/domain/record/frozen-record';
import { changedCharacters } from './changed-characters';
import { type ComparedField, compareRecords, type RecordChange } from './compare-records';
import { type CorrectionGrade, heaviest } from './grades';

/** A field that differs, with the grade that this alone demands. */
export type GradedChange = { field: ComparedField; language?: string; demands: CorrectionGrade };
export type LeastGrade = {
  grade: CorrectionGrade;
  changes: GradedChange[];
  /** How many characters a spelling changed, where all of it is spelling within the limit. */
  characters?: number;
};

/** The least grade of a correction, by the two frozen records and `minorCharacters` of the charter alone (C33, SPEC GC2). */
export function leastGrade(
  before: FrozenRecord,
  after: FrozenRecord,
  { minorCharacters: limit }: { minorCharacters: number },
): LeastGrade {
  const differing = compareRecords(before, after).map((change) => ({ change, characters: spelt(change, limit) }));
  const all = sum(differing.map(({ characters }) => characters));
  const isMinor = differing.every(({ characters }) => characters !== undefined) && all <= limit;
  const corrected = sum(differing.flatMap(({ change, characters }) => (change.isAppended ? [] : [characters])));
  const changes = differing.map(({ change: { field, language, isAppended }, characters }): GradedChange => {
    const isSpelling = characters !== undefined && corrected <= limit;
    const demands = isMinor || (isSpelling && !isAppended) ? 'minor' : isAppended ? 'update' : 'substantial';
    return { field, ...(language === undefined ? {} : { language }), demands };
  });
  const grade = heaviest(changes.map(({ demands }) => demands));
  return { grade, changes, ...(isMinor ? { characters: all } : {}) };
}

/** The characters of a change that may be spelling; undefined for one that is more. */
function spelt({ isVerdict, spelling }: RecordChange, limit: number): number | undefined {
  return isVerdict || spelling === undefined ? undefined : changedCharacters(spelling.before, spelling.after, limit);
}

function sum(values: (number | undefined)[]): number {
  return values.reduce((total: number, value) => total + (value ?? 0), 0);
}
