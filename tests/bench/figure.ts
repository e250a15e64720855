import type { People } from './people';
import type { Running, Subject } from './subjects';

export type Measured = Record<string, number | string>;
export type Bench = {
  people: People;
  /** How long a rate is measured. */
  measureMs: number;
  rounds: number;
};

/** One thing to measure, of every subject in turn, in every round. */
export type Figure = {
  name: string;
  /** What it says, in a sentence above its table. */
  says: string;
  /** Left out: of every subject. */
  isOf?: (subject: Subject) => boolean;
  measure(subject: Subject, bench: Bench): Promise<Measured>;
};

/** What a job of the generator needs to know of a server. */
export function opening(subject: Subject, { url, dialect, world }: Running, members = 1) {
  return { url, dialect, ...world, members, isEmpty: !subject.isOurs };
}

/** A fresh server for one measurement; it and all connections are gone afterwards. */
export async function withServer<Result>(
  subject: Subject,
  { people }: Bench,
  start: Parameters<Subject['start']>[0],
  measure: (running: Running) => Promise<Result>,
): Promise<Result> {
  const running = await subject.start(start);
  try {
    return await measure(running);
  } finally {
    await people.ask('close');
    await running.kill();
  }
}
