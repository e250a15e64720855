import type { People } from './people';
import type { Running, Subject } from './subjects';

export type Measured = Record<string, number | string>;
export type Bench = {
  people: People;
  /** How long a rate is measured. */
  measureMs: number;
};

/** One thing to measure, of every subject in turn, in every round. */
export type Figure = {
  name: string;
  /** Undefined: this subject has no such figure. */
  measure(subject: Subject, bench: Bench): Promise<Measured | undefined>;
};

export type { People, Running, Subject };
