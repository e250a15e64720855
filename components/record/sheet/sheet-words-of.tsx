import { Diff } from '@/components/record/diff';
import { compareTexts } from '@/platform/compare-words';

/** A text as it is, or with what changed in it. */
export function SheetWordsOf({ after, before }: { after: string; before: string | undefined }) {
  return before === undefined ? after : <Diff parts={compareTexts(before, after)} />;
}

/** The classes of a text, with the bar in the margin when it changed. */
export function changeBar(classes: string, after: string, before: string | undefined): string {
  return before === undefined || before === after ? classes : `${classes} chg`;
}
