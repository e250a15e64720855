import { type Figure, opening, withServer } from '../figure';
import type { Running } from '../subjects';

const idleConnections = 1_000;
const openDocuments = 300;
/** Come and gone before anything is measured. */
const earlierDocuments = 100;
const characters = 5_000;
/** How long a server may take to give memory back after the last reader has left: Hocuspocus stores two seconds later. */
const patienceMs = 12_000;

export const memoryOfConnections: Figure = {
  name: 'memory-connections',
  says: 'a thousand connections, in sync and silent, at ten documents',
  measure: (subject, bench) =>
    withServer(subject, bench, { documents: 10 }, async (running) => {
      await bench.people.ask('open', opening(subject, running));
      // What the engine grows once for all when many come in is not the price of one.
      await bench.people.ask('crowd', { ...opening(subject, running), perDocument: 30 });
      await bench.people.ask('disperse');
      const before = await settled(running);
      await bench.people.ask('crowd', { ...opening(subject, running), perDocument: idleConnections / 10 });
      const after = await settled(running);
      return {
        'KiB RSS / connection': kibibytes(after.rss - before.rss) / idleConnections,
        'KiB heap / connection': kibibytes(after.held - before.held) / idleConnections,
      };
    }),
};

export const memoryOfDocuments: Figure = {
  name: 'memory-documents',
  says: 'three hundred documents of five thousand characters, one person at each; then everybody leaves',
  measure: (subject, bench) =>
    withServer(subject, bench, { documents: earlierDocuments + openDocuments }, async (running) => {
      const { documents, ...rest } = opening(subject, running);
      const others = documents.slice(earlierDocuments);
      // What the engine compiles once for all for those who come and go is not the price of a document.
      await bench.people.ask('fill', { ...rest, documents: documents.slice(0, earlierDocuments), characters });
      await bench.people.ask('leaveAllButOne');
      const before = await atRest(running);
      await bench.people.ask('fill', { ...rest, documents: others, characters });
      const open = await atRest(running);
      await bench.people.ask('leaveAllButOne');
      const left = await givenBack(running, before.held, open.held);
      return {
        'KiB RSS / document': kibibytes(open.rss - before.rss) / others.length,
        'KiB heap / document': kibibytes(open.held - before.held) / others.length,
        '% of heap given back': (100 * (open.held - left)) / (open.held - before.held),
      };
    }),
};

/** Heap and what buffers hold outside of it: Yjs keeps its objects in the one, sockets their bytes in the other. */
type Held = { rss: number; held: number };

async function settled(running: Running): Promise<Held> {
  let least = Number.POSITIVE_INFINITY;
  let rss = 0;
  for (let look = 0; look < 3; look++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const usage = await running.usage({ collect: true });
    least = Math.min(least, usage.heapUsed + usage.arrayBuffers);
    rss = usage.rss;
  }
  return { rss, held: least };
}

/**
 * When nothing more has come back for some seconds. V8 keeps the up to 32 MiB in which it makes new objects for as long as many were made lately, whatever is
 * left of them: that is the price of what just happened, not of a document.
 */
async function atRest(running: Running): Promise<Held> {
  const end = Date.now() + patienceMs;
  let last = await settled(running);
  for (let steady = 0; steady < 4 && Date.now() < end; ) {
    const next = await settled(running);
    steady = next.held > 0.99 * last.held && next.rss > 0.99 * last.rss ? steady + 1 : 0;
    last = next;
  }
  return last;
}

async function givenBack(running: Running, before: number, open: number): Promise<number> {
  const end = Date.now() + patienceMs;
  let least = open;
  while (Date.now() < end && open - least < 0.99 * (open - before)) least = Math.min(least, (await settled(running)).held);
  return least;
}

function kibibytes(bytes: number): number {
  return bytes / 1024;
}
