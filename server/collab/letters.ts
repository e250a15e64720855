import type { TextRun } from './text-lines';

/** Read from the front. A place in the list, and no list of what is left: making that anew at each part costs the square of a long text. */
export class Letters {
  readonly #runs: readonly TextRun[];
  #at = 0;
  /** What is left of the run at that place, where some of it is taken. */
  #rest: TextRun | undefined;

  constructor(runs: readonly TextRun[]) {
    this.#runs = runs;
  }

  /** The next so many UTF-16 units. */
  take(length: number): TextRun[] {
    const taken: TextRun[] = [];
    let left = length;
    for (let run = this.#next(); run !== undefined && left >= run.text.length; run = this.#next()) {
      taken.push(run);
      left -= run.text.length;
      this.#at += 1;
      this.#rest = undefined;
    }
    const partly = this.#next();
    if (partly === undefined || left === 0) return taken;
    this.#rest = behind(partly, left);
    return [...taken, { ...partly, text: partly.text.slice(0, left) }];
  }

  #next(): TextRun | undefined {
    return this.#rest ?? this.#runs[this.#at];
  }
}

function behind(run: TextRun, units: number): TextRun {
  return { ...run, text: run.text.slice(units), clock: run.isAtom ? run.clock : run.clock + units };
}
