import { until } from '@/tests/server/collab/support/until';
import { quantile } from '../statistics';
import { Room, type Seats } from './room';

/**
 * The people of the bench, in a process of their own. The parent says what they do, and measures the server meanwhile.
 */
const jobs = {
  /** Everybody comes in, at every document. */
  async open({ documents, ...seats }: Omit<Seats, 'document'> & { documents: string[]; isEmpty: boolean }): Promise<void> {
    rooms = documents.map((document) => new Room({ ...seats, document }));
    await until('everybody is in sync', () => rooms.every((room) => room.isSynced), 60_000);
    if (!seats.isEmpty) return;
    for (const room of rooms) room.seed();
  },

  /** `perSecond` letters in all, in turn, for a while; then waits for those on their way. */
  async type({ perSecond, ms }: { perSecond: number; ms: number }): Promise<Typed> {
    forget();
    const members = rooms.flatMap((room) => room.members.map((member) => ({ room, member })));
    const start = performance.now();
    let sent = 0;
    while (performance.now() - start < ms) {
      for (const due = ((performance.now() - start) / 1000) * perSecond; sent < due; sent++) {
        const turn = members[(sent * 7_919) % members.length];
        turn?.room.type(turn.member);
      }
      await pause(1);
    }
    await settled();
    return typed(performance.now() - start);
  },

  /** Everybody keeps `inFlight` letters on their way for a while. */
  async saturate({ inFlight, ms }: { inFlight: number; ms: number }): Promise<Typed> {
    forget();
    const start = performance.now();
    const end = start + ms;
    for (const room of rooms) {
      room.arrived = (author) => {
        if (performance.now() < end) room.type(author);
      };
      for (const member of room.members) for (let letter = 0; letter < inFlight; letter++) room.type(member);
    }
    await pause(ms);
    await settled();
    return typed(performance.now() - start);
  },

  async close(): Promise<void> {
    for (const room of rooms) room.leave();
    rooms = [];
  },
};
export type Jobs = typeof jobs;
export type Typed = { updates: number; missing: number; ms: number; p50: number; p99: number; acknowledgedP50: number };

let rooms: Room[] = [];

function forget(): void {
  for (const room of rooms) {
    room.arrived = () => {};
    room.latencies.length = 0;
    room.acknowledgements.length = 0;
  }
}

const underway = () =>
  rooms.reduce((sum, { members }) => sum + members.reduce((all, { flights, arrived }) => all + flights.length - arrived, 0), 0);

/** What is lost on the way is counted, not waited for without end. */
async function settled(): Promise<void> {
  await until('everything arrived', () => underway() === 0, 10_000).catch(() => {});
}

function typed(ms: number): Typed {
  const latencies = rooms.flatMap((room) => room.latencies);
  const acknowledgements = rooms.flatMap((room) => room.acknowledgements);
  return {
    updates: latencies.length,
    missing: underway(),
    ms,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    acknowledgedP50: quantile(acknowledgements, 0.5),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

process.on('message', ({ id, job, input }: { id: number; job: keyof Jobs; input: never }) => {
  Promise.resolve(jobs[job](input)).then(
    (result) => process.send?.({ id, result }),
    (fault: Error) => process.send?.({ id, fault: fault.stack }),
  );
});
