import { type Figure, opening, withServer } from '../figure';
import type { Running } from '../subjects';

const mebibyte = 2 ** 20;

/** Somebody stops reading while 32 MiB go by: text that is put in and taken out again, so that the document stays small. */
export const slowReader: Figure = {
  name: 'slow-reader',
  says: 'one of three people stops reading while 32 MiB go by',
  measure: (subject, bench) =>
    withServer(subject, bench, { documents: 1 }, async (running) => {
      const job = bench.people.ask('goBy', { ...opening(subject, running), bytes: 32 * mebibyte, chunk: mebibyte / 8 });
      const { result: closedWith, unsent, rss } = await watched(running, job);
      return {
        'MiB buffered': unsent,
        'MiB RSS grown': rss,
        'the reader': closedWith === undefined ? 'stays' : `let go (${closedWith})`,
      };
    }),
};

export const whale: Figure = {
  name: 'update-of-60-MiB',
  says: 'one update of 60 MiB',
  measure: (subject, bench) =>
    withServer(subject, bench, { documents: 1 }, async (running) => {
      const { result, rss } = await watched(running, bench.people.ask('sendWhale', opening(subject, running)));
      return { 'MiB RSS grown': rss, 'the sender': result };
    }),
};

export const abuse: Figure = {
  name: 'abuse',
  says: 'what happens to a client that does what no editor does',
  measure: (subject, bench) =>
    withServer(subject, bench, { documents: 10, limits: 'default' }, (running) =>
      bench.people.ask('misbehave', opening(subject, running)),
    ),
};

/** The most that was buffered, and that memory grew by, while something was going on; in MiB. */
async function watched<Result>(
  running: Running,
  going: Promise<Result>,
): Promise<{ result: Result; unsent: number; rss: number }> {
  const before = await running.usage({ collect: true });
  const most = { unsent: 0, rss: before.rss };
  let isOver = false;
  const over = going.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const { unsent, rss } = await running.usage();
    most.unsent = Math.max(most.unsent, unsent);
    most.rss = Math.max(most.rss, rss);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { result: await over, unsent: most.unsent / mebibyte, rss: (most.rss - before.rss) / mebibyte };
}
