import { analysisMarks } from '@/domain/record/shape';
import type { ChangedPart, MarkChange } from '@/platform/ports';
import type { Ledger } from './ledger';
import { Letters } from './letters';
import type { ItemId } from './line-form';
import type { TextRun } from './text-lines';

/** Letters that stayed, cut where what became of their marks changes. Both lists say the same. */
export function compareMarks(old: readonly TextRun[], now: readonly TextRun[], ledger: Ledger): ChangedPart[] {
  const [before, after] = [new Letters(old), new Letters(now)];
  const parts: ChangedPart[] = [];
  let end = 0;
  for (const cut of cutsOf(old, now)) {
    const [was, is] = [before.take(cut - end)[0], after.take(cut - end)[0]];
    end = cut;
    if (was === undefined || is === undefined) continue;
    const marks = changesOf(was, is, ledger);
    const last = parts.at(-1);
    if (last !== undefined && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += is.text;
    else parts.push({ kind: 'same', text: is.text, ...(marks.length === 0 ? {} : { marks }) });
  }
  return parts;
}

/** Where a run of either list ends, in order. */
function cutsOf(...lists: (readonly TextRun[])[]): number[] {
  const ends = lists.flatMap((runs) => {
    let end = 0;
    return runs.map(({ text }) => {
      end += text.length;
      return end;
    });
  });
  return [...new Set(ends)].sort((a, b) => a - b);
}

/** A mark is turned on by whoever wrote where it begins, and turned off by whoever deleted that, or wrote before these letters that it ends. */
function changesOf(was: TextRun, is: TextRun, ledger: Ledger): MarkChange[] {
  return analysisMarks.flatMap((mark): MarkChange[] => {
    const [old, now] = [was.marks.get(mark), is.marks.get(mark)];
    const isOn = now?.isOn ?? false;
    if (isOn === (old?.isOn ?? false)) return [];
    const by = (isOn ? undefined : authorOf(old?.id, ledger, 'deletersOf')) ?? authorOf(now?.id, ledger, 'writersOf');
    return [{ mark, isOn, ...(by === undefined ? {} : { by }) }];
  });
}

function authorOf(id: ItemId | undefined, ledger: Ledger, whose: 'writersOf' | 'deletersOf') {
  return id === undefined ? undefined : ledger[whose](id.client, id.clock, id.clock + 1)[0]?.author;
}
