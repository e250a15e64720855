import type { ShownRecord } from '@/domain/record/frozen-record';
import { compareSignedLines, plainLines } from './compare-signed-lines';
import { SheetLines } from './sheet-lines';
import { factLines } from './signed-lines';
import { useSheetWords } from './use-sheet-words';

/** Everything else that a sign-off covers: who said it and where, what was searched, who accepted the question, under which charter. */
export function SheetFacts({ record, before }: { record: ShownRecord; before: ShownRecord | undefined }) {
  const words = useSheetWords();
  const lines = factLines(record, words);
  return (
    <SheetLines
      lines={before === undefined ? plainLines(lines) : compareSignedLines(factLines(before, words), lines)}
      language={record.language}
    />
  );
}
